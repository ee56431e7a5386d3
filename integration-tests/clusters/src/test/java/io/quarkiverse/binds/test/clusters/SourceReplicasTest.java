package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** {@link FaultsOfCluster} on a MySQL source with two replicas. */
@QuarkusTest
@QuarkusTestResource(value = SourceReplicasResource.class, restrictToAnnotatedClass = true)
class SourceReplicasTest extends FaultsOfCluster {
}
