package io.quarkiverse.binds.blog;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A smoke test where a MariaDB can be started; where none can, the log says why. */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@EnabledIf("thereIsAMariaDb")
class MariaDbCrudTest extends CrudTests {

    static boolean thereIsAMariaDb() {
        MariaDb.Found found = MariaDb.find();
        Logger.getLogger(MariaDbCrudTest.class).infof("MariaDB: %s", found.reason());
        return found.server().isPresent();
    }
}
