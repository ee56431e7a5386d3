package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** L10 on a real PostgreSQL, if available. */
@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class LeftOpenOnPostgreSqlTest extends LeftOpenTransactions {

    private static String url;

    @BeforeAll
    static void createDatabase() {
        DatabaseServer server = PostgreSql.shared();
        url = server.jdbcUrl(server.uniqueDatabase("left_open")) + "?user=" + server.user() + "&password=" + server.password();
    }

    @Override
    String kind() {
        return "postgresql";
    }

    @Override
    String url() {
        return url;
    }

    /** The last query at the server is the borrower's. */
    @Test
    void returnWithoutATransactionSendsNoCommand() throws Exception {
        int process;
        try (Connection connection = server().pool.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            try (ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
                result.next();
                process = result.getInt(1);
            }
        }
        assertThat(lastQuery(process)).isEqualTo("select pg_backend_pid()");
    }

    private String lastQuery(int process) throws SQLException {
        try (Connection other = DriverManager.getConnection(url());
                PreparedStatement query = other.prepareStatement("select query from pg_stat_activity where pid = ?")) {
            query.setInt(1, process);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
