package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** {@link FaultsOfCluster} on PostgreSQL. Not packaged: the application would have to be built for it. */
@QuarkusTest
@TestProfile(PostgreSqlProfile.class)
@QuarkusTestResource(value = PrimaryStandbyResource.class, restrictToAnnotatedClass = true)
class PrimaryStandbyTest extends FaultsOfCluster {
}
