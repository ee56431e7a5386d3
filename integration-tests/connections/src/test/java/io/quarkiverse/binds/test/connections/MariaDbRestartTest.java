package io.quarkiverse.binds.test.connections;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@Tag("full")
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class MariaDbRestartTest extends RestartTest {
}
