package io.quarkiverse.binds.test.session;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(OneConnectionProfile.class)
class ConnectionStateIT extends ConnectionStateTest {
}
