package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.PostgreSql;
import io.quarkiverse.binds.test.support.Await;

/** M6: connections ended by a real PostgreSQL, and servers that take no writes. */
@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class PostgreSqlServersTest {

    private static String url(DatabaseServer server) {
        return server.jdbcUrl("postgres") + "?user=" + server.user() + "&password=" + server.password();
    }

    /** A connection used a moment ago is checked by its socket alone, without a command. */
    @Test
    void connectionEndedByServerIsNotLent() throws Exception {
        DatabaseServer server = PostgreSql.shared();
        try (PoolOnServer pool = new PoolOnServer("postgresql", url(server), 1, Duration.ofHours(1),
                ConnectionValidator.defaultValidator())) {
            for (int i = 0; i < 20; i++) {
                int process = process(pool);
                assertThat(server.kill(process)).isTrue();
                Await.until("the process is gone", Duration.ofSeconds(10),
                        () -> server.query("select 1 from pg_stat_activity where pid = ?", process).isEmpty());
                assertThat(process(pool)).as("process of the server").isNotEqualTo(process);
            }
        }
    }

    private static int process(PoolOnServer pool) throws SQLException {
        try (Connection connection = pool.pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void writeRefusedByStandbyIsNotPrimaryFailure() throws Exception {
        DatabaseServer server = PostgreSql.shared();
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = on");
            SQLException refused = catchThrowableOfType(SQLException.class, () -> statement.execute("create table t (id int)"));
            assertThat(Failure.of(refused)).isEqualTo(Failure.NOT_PRIMARY);
        }
    }

    /** By default the host that takes writes is chosen from several. */
    @Test
    void hostThatTakesWritesIsChosen() throws Exception {
        DatabaseServer primary = PostgreSql.shared();
        try (DatabaseServer readOnly = PostgreSql.start()) {
            readOnly.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
            Await.until("the server is read-only", Duration.ofSeconds(10),
                    () -> readOnly.query("show default_transaction_read_only").toString().contains("on}"));
            String hosts = "jdbc:postgresql://" + readOnly.host() + ":" + readOnly.port() + "," + primary.host() + ":"
                    + primary.port() + "/postgres";
            Properties login = new Properties();
            login.put("user", primary.user());
            login.put("password", primary.password());
            assertThat(port(hosts, true, login)).isEqualTo(primary.port());
            assertThat(port(hosts, false, login)).isEqualTo(readOnly.port());
            assertThat(port(hosts + "?targetServerType=any", true, login)).isEqualTo(readOnly.port());

            readOnly.execute("alter system reset default_transaction_read_only", "select pg_reload_conf()");
            Await.until("the server takes writes", Duration.ofSeconds(10),
                    () -> readOnly.query("show default_transaction_read_only").toString().contains("off}"));
            assertThat(port(hosts, true, login)).as("the driver remembers no standby").isEqualTo(readOnly.port());
        }
    }

    private static int port(String url, boolean writable, Properties login) throws SQLException {
        Properties own = new Properties();
        own.putAll(login);
        try (Connection connection = new FailoverConnector(PoolName.ofBind("users"), "postgresql", url, writable).connect(own);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select inet_server_port()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
