package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(SmallPoolProfile.class)
class SmallPoolIT extends SmallPoolTest {
}
