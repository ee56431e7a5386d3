package io.quarkiverse.binds.test.dynamic;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(TightLimitsProfile.class)
class DatabaseLimitsIT extends DatabaseLimitsTest {
}
