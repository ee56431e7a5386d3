package io.quarkiverse.binds.runtime.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** Positions of commits on real servers; those of MySQL are tested with an application by {@code ReadYourWritesTest} (A23). */
class CommitPositionsTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    @EnabledIf("mariaDb")
    void replicaOfMariaDbIsReachedAfterItHasTheCommit() throws Exception {
        try (DatabaseServer source = MariaDb.start("--log-bin", "--server-id=1");
                DatabaseServer replica = MariaDb.start("--log-bin", "--server-id=2", "--gtid-strict-mode=OFF")) {
            source.execute("CREATE USER 'replica'@'%' IDENTIFIED BY 'binds'",
                    "GRANT REPLICATION SLAVE ON *.* TO 'replica'@'%'", "RESET MASTER");
            replica.execute("RESET MASTER",
                    "CHANGE MASTER TO MASTER_HOST='" + source.host() + "', MASTER_PORT=" + source.port()
                            + ", MASTER_USER='replica', MASTER_PASSWORD='binds', MASTER_USE_GTID=slave_pos,"
                            + " MASTER_SSL_VERIFY_SERVER_CERT=0, MASTER_CONNECT_RETRY=1",
                    "START SLAVE");
            source.execute("CREATE DATABASE notes", "CREATE TABLE notes.note (id int)");
            CommitPositions positions = CommitPositions.of("mariadb");
            try (Connection primary = source.connect("notes")) {
                positions.opened(primary);
                commit(primary, positions);
                try (Connection reading = replica.connect("")) {
                    assertThat(positions.isReachedBy(reading, LONG)).isTrue();
                    replica.execute("STOP SLAVE SQL_THREAD");
                    commit(primary, positions);
                    assertThat(positions.isReachedBy(reading, SHORT)).isFalse();
                    replica.execute("START SLAVE SQL_THREAD");
                    assertThat(positions.isReachedBy(reading, LONG)).isTrue();
                    assertThat(count(reading)).isEqualTo(2);
                }
            }
        }
    }

    static boolean mariaDb() {
        return MariaDb.isThere();
    }

    @Test
    @EnabledIf("mariaDb")
    void mariaDbWithoutBinaryLogHasNoPositions() throws Exception {
        CommitPositions positions = CommitPositions.of("mariadb");
        try (Connection primary = MariaDb.shared().connect("")) {
            positions.opened(primary);
            positions.committed(primary);

            assertThat(positions.unavailable()).contains("log_bin");
            assertThat(positions.isReachedBy(primary, SHORT)).isFalse();
        }
    }

    @Test
    void mySqlWithoutGtidsHasNoPositions() throws Exception {
        CommitPositions positions = CommitPositions.of("mysql");
        try (DatabaseServer server = MySql.start("--gtid-mode=OFF", "--enforce-gtid-consistency=OFF");
                Connection primary = server.connect("")) {
            positions.opened(primary);

            assertThat(positions.unavailable()).contains("gtid_mode=ON");
            assertThat(positions.isReachedBy(primary, SHORT)).isFalse();
        }
    }

    /** A replica that is the primary itself has everything; the position is read and compared outside of a transaction. */
    @Test
    @EnabledIf("postgreSql")
    void primaryOfPostgreSqlHasItsOwnPosition() throws Exception {
        CommitPositions positions = CommitPositions.of("postgresql");
        try (Connection primary = PostgreSql.shared().connect("postgres");
                Connection reading = PostgreSql.shared().connect("postgres")) {
            primary.setAutoCommit(false);
            reading.setAutoCommit(false);
            positions.opened(primary);
            positions.committed(primary);

            assertThat(positions.latest().text()).matches("[0-9A-F]+/[0-9A-F]+");
            assertThat(positions.isReachedBy(reading, SHORT)).isTrue();
            assertThat(positions.await(reading, "FFFFFFFF/0", SHORT)).isFalse();
            assertThat(reading.getAutoCommit()).isFalse();
            reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // refused within a transaction
        }
    }

    /** Where the log has nothing behind the header of a page, a standby reaches the beginning of the page. */
    @Test
    void positionOfPostgreSqlIsOneThatAStandbyReaches() {
        assertThat(QueriedPositions.PostgreSql.reachable("0/3020018", 8192)).isEqualTo("0/3020000");
        assertThat(QueriedPositions.PostgreSql.reachable("A/C9000028", 8192)).isEqualTo("A/C9000000");
        assertThat(QueriedPositions.PostgreSql.reachable("0/3020030", 8192)).isEqualTo("0/3020030");
        assertThat(QueriedPositions.PostgreSql.reachable("0/3022018", 16384)).isEqualTo("0/3022018");
    }

    static boolean postgreSql() {
        return PostgreSql.isThere();
    }

    private static void commit(Connection primary, CommitPositions positions) throws SQLException {
        primary.setAutoCommit(false);
        try (Statement statement = primary.createStatement()) {
            statement.execute("INSERT INTO note VALUES (1)");
        }
        primary.commit();
        positions.committed(primary);
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM notes.note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
