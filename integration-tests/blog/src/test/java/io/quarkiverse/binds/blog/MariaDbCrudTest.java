package io.quarkiverse.binds.blog;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Smoke test on MariaDB, left out with a log message where no MariaDB can be started. */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class MariaDbCrudTest extends CrudTests {
}
