package io.quarkiverse.binds.blog;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A smoke test where a MariaDB can be started; where none can, the log says why. */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class MariaDbCrudTest extends CrudTests {
}
