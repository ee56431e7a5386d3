package io.quarkiverse.binds.test.twophase;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;

/** Runs the tests with the packaged application. */
@QuarkusIntegrationTest
@TestProfile(SilentServerTest.OwnApplication.class)
class SilentServerIT extends SilentServerTest {
}
