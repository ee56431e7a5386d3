package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** {@link FaultsOfCluster} on Galera. Not packaged: the application would have to be built for MariaDB. */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@QuarkusTestResource(value = GaleraResource.class, restrictToAnnotatedClass = true)
class GaleraTest extends FaultsOfCluster {
}
