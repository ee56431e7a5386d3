package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.failure.ReadOnlyHostException;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.Galera;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.support.Await;

/** M6: of the nodes of Galera one is used that executes statements; all of them accept logins. */
class GaleraNodesTest {

    private static final String READY = "SELECT variable_value AS ready FROM information_schema.global_status"
            + " WHERE variable_name = 'WSREP_READY'";
    private static DatabaseServer first;
    private static DatabaseServer second;

    private final FailoverConnector hosts = new FailoverConnector(PoolName.ofBind("users"), "mariadb",
            "jdbc:mariadb://" + first.host() + ":" + first.port() + "," + second.host() + ":" + second.port() + "/", true);

    @BeforeAll
    static void start() {
        assumeTrue(MariaDb.isThere() && Galera.isThere());
        int port = ThreadLocalRandom.current().nextInt(15_000, 19_990);
        first = Galera.start(port, 1, 2);
        second = Galera.start(port, 2, 2);
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
            first.close();
        }
    }

    @AfterEach
    void ready() {
        first.execute("SET GLOBAL wsrep_reject_queries = NONE", "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=0'");
        awaitReady(first, "ON");
        awaitReady(second, "ON");
    }

    @Test
    void nodeThatIsDrainedIsLeftOut() throws Exception {
        assertThat(portOf(hosts)).isEqualTo(first.port());
        first.execute("SET GLOBAL wsrep_reject_queries = ALL");

        assertThat(portOf(hosts)).isEqualTo(second.port());
    }

    @Test
    void statementAtADrainedNodeIsWorthAnotherTryElsewhere() throws Exception {
        try (Connection connection = hosts.connect(login())) {
            first.execute("SET GLOBAL wsrep_reject_queries = ALL");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().executeQuery("SELECT * FROM mysql.db"))
                    .matches(e -> e.getErrorCode() == 1047).matches(e -> Failure.of(e) == Failure.NOT_READY)
                    .matches(e -> Failure.of(e).isOfConnection());
        }
    }

    /** Two nodes without each other have no majority. */
    @Test
    void nodesWithoutMajorityAreReportedSo() {
        first.execute("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=1'");
        awaitReady(first, "OFF");
        awaitReady(second, "OFF");

        assertThatExceptionOfType(NoConnectionException.class).isThrownBy(() -> hosts.connect(login()))
                .withMessageContaining("is read-only, or a node of Galera that is not ready")
                .withCauseInstanceOf(ReadOnlyHostException.class);
    }

    private static void awaitReady(DatabaseServer node, String ready) {
        Await.until("wsrep_ready is " + ready, Duration.ofMinutes(1),
                () -> ready.equals(node.query(READY).get(0).get("ready")));
    }

    private static Properties login() {
        Properties login = new Properties();
        login.put("user", first.user());
        login.put("password", first.password());
        return login;
    }

    private static int portOf(FailoverConnector hosts) throws SQLException {
        try (Connection connection = hosts.connect(login());
                var row = connection.createStatement().executeQuery("SELECT @@port")) {
            row.next();
            return row.getInt(1);
        }
    }
}
