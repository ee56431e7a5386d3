package io.quarkiverse.binds.test.session;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** L19 on MariaDB. */
@QuarkusTest
@TestProfile(MariaDbProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class MariaDbReadsByStatementTest extends ReadsByStatement {

    @Override
    DatabaseServer server() {
        return MariaDb.shared();
    }

    @Override
    String database(String bind) {
        return MariaDbTestResource.database(bind);
    }
}
