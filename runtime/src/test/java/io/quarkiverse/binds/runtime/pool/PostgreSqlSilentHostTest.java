package io.quarkiverse.binds.runtime.pool;

import java.time.Duration;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** {@link SilentHostTest} on PostgreSQL, whose driver has no limit for the whole login. */
@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class PostgreSqlSilentHostTest extends SilentHostTest {

    @Override
    DatabaseServer server() {
        return PostgreSql.shared();
    }

    @Override
    String kind() {
        return "postgresql";
    }

    @Override
    String url(Duration login, String... addresses) {
        return "jdbc:postgresql://" + String.join(",", addresses) + "/postgres";
    }

    @Override
    String noAnswer() {
        return "The server did not answer the login within";
    }
}
