package io.quarkiverse.binds.test.dynamic;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(ManyDatabasesProfile.class)
class EvictionUnderLoadIT extends EvictionUnderLoadTest {
}
