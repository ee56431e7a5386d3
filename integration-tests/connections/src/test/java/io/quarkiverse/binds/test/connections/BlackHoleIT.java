package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusIntegrationTest
@TestProfile(BlackHoleProfile.class)
class BlackHoleIT extends BlackHoleTest {
}
