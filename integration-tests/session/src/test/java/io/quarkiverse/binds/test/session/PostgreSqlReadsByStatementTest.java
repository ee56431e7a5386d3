package io.quarkiverse.binds.test.session;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.PostgreSql;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** L19 on PostgreSQL. */
@QuarkusTest
@TestProfile(PostgreSqlProfile.class)
@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class PostgreSqlReadsByStatementTest extends ReadsByStatement {

    @Override
    DatabaseServer server() {
        return PostgreSql.shared();
    }

    @Override
    String database(String bind) {
        return PostgreSqlTestResource.database(bind);
    }
}
