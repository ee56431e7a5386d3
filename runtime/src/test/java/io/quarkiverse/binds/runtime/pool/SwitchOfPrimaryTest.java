package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;

/** M6: two addresses of one real server, which accepts writes or not. */
class SwitchOfPrimaryTest {

    private static DatabaseServer server;
    private BlackHole other;
    private PoolOnServer pool;

    @BeforeAll
    static void startServer() {
        server = MySql.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void openPool() throws Exception {
        takesWrites(true);
        other = new BlackHole(server.host(), server.port());
        pool = new PoolOnServer("mysql", "jdbc:mysql://" + server.host() + ":" + server.port() + ",127.0.0.1:" + other.port()
                + "/?connectTimeout=20000&user=" + server.user() + "&password=" + server.password(), 10,
                Duration.ofHours(1), ConnectionValidator.defaultValidator());
    }

    @AfterEach
    void closePool() throws Exception {
        pool.close();
        other.close();
    }

    private static void takesWrites(boolean takes) {
        server.execute("set global super_read_only = " + (takes ? "off" : "on"),
                "set global read_only = " + (takes ? "off" : "on"));
    }

    /** Begins an outage: the idle connection is closed, as after the error of a write, and no new one is fit for use. */
    private void endWrites() {
        borrow();
        takesWrites(false);
        pool.pool.dispose();
    }

    @Test
    void borrowersWaitForTheNewPrimary() {
        endWrites();
        long accepted = other.accepted();
        List<CompletableFuture<Void>> borrowers = Stream.generate(() -> CompletableFuture.runAsync(this::borrow)).limit(4)
                .toList();
        Await.until("the hosts are tried again and again", () -> other.accepted() >= accepted + 3);

        takesWrites(true);

        assertThat(borrowers).allSatisfy(CompletableFuture::join);
    }

    /** The old primary may be gone by the time that a connection is opened. */
    @Test
    void switchIsRecognisedByTheErrorOfAWrite() throws Exception {
        other.close();
        try (Connection connection = pool.pool.getConnection(); Statement statement = connection.createStatement()) {
            takesWrites(false);
            assertThatThrownBy(() -> statement.execute("create database never_made")).hasMessageContaining("read-only");
        }
        long start = System.nanoTime();
        CompletableFuture<Void> borrower = CompletableFuture.runAsync(this::borrow);
        Await.until("it waits", () -> System.nanoTime() - start > ConnectionOpener.SWITCH_NANOS / 3 || borrower.isDone());

        takesWrites(true);

        assertThatCode(borrower::join).doesNotThrowAnyException();
    }

    @Test
    void waitHasAnEndAndIsNotRepeated() {
        endWrites();
        assertThat(secondsUntilRefusal()).isGreaterThan(ConnectionOpener.SWITCH_NANOS / 1e9 - 0.1);
        assertThat(secondsUntilRefusal()).isLessThan(ConnectionOpener.SWITCH_NANOS / 2e9);
    }

    @Test
    void nobodyWaitsIfAHostRefuses() throws Exception {
        borrow();
        other.close();
        endWrites();
        assertThat(secondsUntilRefusal()).isLessThan(ConnectionOpener.SWITCH_NANOS / 2e9);
    }

    @Test
    void nobodyWaitsForAPrimaryThatWasNeverThere() {
        takesWrites(false);
        assertThat(secondsUntilRefusal()).isLessThan(ConnectionOpener.SWITCH_NANOS / 2e9);
    }

    private double secondsUntilRefusal() {
        long start = System.nanoTime();
        assertThatThrownBy(this::borrow);
        return (System.nanoTime() - start) / 1e9;
    }

    private void borrow() {
        try (var connection = pool.pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
