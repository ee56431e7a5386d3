package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** {@link FaultsOfCluster} on MySQL Group Replication. */
@QuarkusTest
@QuarkusTestResource(value = GroupReplicationResource.class, restrictToAnnotatedClass = true)
class GroupReplicationTest extends FaultsOfCluster {
}
