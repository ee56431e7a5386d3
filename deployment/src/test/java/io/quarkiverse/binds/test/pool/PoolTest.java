package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.agroal.pool.wrapper.ConnectionWrapper;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;

/** Pool of a bind, from the borrower's view. */
class PoolTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.users.url=h2:mem:pool;DB_CLOSE_DELAY=-1
            quarkus.binds.users.pool.size=1
            quarkus.binds.users.pool.max-overflow=2
            quarkus.binds.users.pool.timeout=1s
            quarkus.binds.queue.url=h2:mem:queue;DB_CLOSE_DELAY=-1
            quarkus.binds.queue.pool.size=1
            quarkus.binds.queue.pool.max-overflow=0
            quarkus.binds.queue.pool.pre-ping=false
            quarkus.binds.queue.echo=true
            quarkus.binds.poolless.url=h2:mem:poolless;DB_CLOSE_DELAY=-1
            quarkus.binds.poolless.pool.size=1
            quarkus.binds.poolless.pool.max-overflow=1
            quarkus.binds.poolless.pool.timeout=1s
            quarkus.datasource.poolless.jdbc.pooling-enabled=false
            """, Await.class);

    @Inject
    Db db;

    @Inject
    @DataSource("users")
    AgroalDataSource users;

    @Inject
    @DataSource("queue")
    AgroalDataSource queue;

    @Inject
    @DataSource("poolless")
    AgroalDataSource poolless;

    private final List<Connection> held = new ArrayList<>();

    private Connection borrow() throws SQLException {
        Connection connection = users.getConnection();
        held.add(connection);
        return connection;
    }

    private PoolStats pool() {
        return db.bind("users").pool();
    }

    @AfterEach
    void returnConnections() throws SQLException {
        for (Connection connection : held) {
            connection.close();
        }
        assertThat(pool().active()).isZero();
    }

    /** A connection is wrapped only if its statements are recorded or logged, which is off by default. */
    @Test
    void connectionIsThatOfAgroalUnlessStatementsAreLogged() throws SQLException {
        assertThat(borrow()).isInstanceOf(ConnectionWrapper.class);
        db.run(() -> {
            try (Connection connection = users.getConnection()) {
                assertThat(connection).isInstanceOf(ConnectionWrapper.class);
            }
        });
        try (Connection connection = queue.getConnection()) {
            assertThat(connection).isNotInstanceOf(ConnectionWrapper.class);
            assertThat(connection.unwrap(Connection.class)).isInstanceOf(JdbcConnection.class);
        }
    }

    /** S5, A11. */
    @Test
    void timeoutErrorNamesSizeOverflowTimeoutAndHolder() throws Exception {
        for (int i = 0; i < 3; i++) {
            borrow();
        }
        assertThat(pool().active()).isEqualTo(3);

        assertThatThrownBy(() -> users.getConnection()).isInstanceOf(SQLTransientConnectionException.class).hasMessageMatching(
                "Bind 'users' has no free connection: all connections \\(size 1, overflow 2\\) were in use for the timeout of"
                        + " 1\\.00 s; thread '" + Thread.currentThread().getName() + "' has held one for \\d+\\.\\d\\d s, the"
                        + " longest\\. Hold connections for a shorter time, or increase quarkus.binds.users.pool.size,"
                        + " quarkus.binds.users.pool.max-overflow or quarkus.binds.users.pool.timeout");
        assertThatThrownBy(() -> db.run(() -> db.bind("users").sql("select 1").one(Integer.class)))
                .isInstanceOf(DatabaseUnavailableException.class).hasMessageContaining("size 1, overflow 2");
        assertThatThrownBy(() -> db.bind("users").ping()).isInstanceOf(DatabaseUnavailableException.class)
                .satisfies(e -> assertThat(((DatabaseUnavailableException) e).bind()).isEqualTo("users"));
        assertThat(users.isHealthy(false)).as("a pool in full use is not a server that is down").isTrue();
    }

    @Test
    void waitingBorrowersAreServedInOrder() throws Exception {
        ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        try (Connection only = queue.getConnection()) {
            for (int i = 0; i < 4; i++) {
                int number = i;
                waiting.add(CompletableFuture.runAsync(() -> {
                    try (Connection connection = queue.getConnection()) {
                        served.add(number);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }, task -> new Thread(task).start()));
                Await.until("one more waits", () -> db.bind("queue").pool().waiting() == number + 1);
            }
        }
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        assertThat(served).containsExactly(0, 1, 2, 3);
    }

    @Test
    void lastReturnedConnectionIsLentFirst() throws Exception {
        Connection first = borrow();
        Connection second = borrow();
        Object of = first.unwrap(Connection.class);
        second.close();
        first.close();

        assertThat((Object) borrow().unwrap(Connection.class)).isSameAs(of);
    }

    @Test
    void idleOverflowConnectionIsClosed() throws Exception {
        for (int i = 0; i < 3; i++) {
            borrow();
        }
        for (Connection connection : held) {
            connection.close();
        }
        Await.until("the pool is back at its size", Duration.ofSeconds(20), () -> pool().idle() == 1);
        assertThat(pool()).extracting(PoolStats::size, PoolStats::maxOverflow).containsExactly(1, 2);
    }

    /** A15, F4. */
    @Test
    void disposedConnectionsAreReplaced() throws Exception {
        Connection borrowed = borrow();
        Connection returned = borrow();
        Connection atRest = returned.unwrap(Connection.class);
        Connection inUse = borrowed.unwrap(Connection.class);
        returned.close();

        db.bind("users").dispose();

        Await.until("the one at rest is closed", () -> closed(atRest));
        assertThat(inUse.isClosed()).as("the borrowed one goes on").isFalse();
        borrowed.createStatement().execute("select 1");
        borrowed.close();
        Await.until("the borrowed one is closed when it is back", () -> closed(inUse));
        assertThat((Object) borrow().unwrap(Connection.class)).isNotIn(atRest, inUse);
    }

    /** A connection closed without the pool's knowledge is not lent again. */
    @Test
    void connectionClosedByItsDriverIsReplaced() throws Exception {
        Connection broken = borrow();
        broken.unwrap(Connection.class).close();
        broken.close();

        assertThat(borrow().createStatement().execute("select 1")).isTrue();
    }

    private static boolean closed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A lost connection invalidates the idle connections of its age. */
    @Test
    void lostConnectionClosesIdleOnes() throws Exception {
        Connection lost = borrow();
        Connection other = borrow();
        Connection atRest = other.unwrap(Connection.class);
        other.close();
        long before = pool().lost();

        lost.createStatement().execute("shutdown");
        assertThatThrownBy(() -> lost.createStatement().execute("select 1")).isInstanceOf(SQLException.class);

        Await.until("the one at rest is closed", () -> closed(atRest));
        assertThat(pool().lost()).isEqualTo(before + 1);
        assertThatThrownBy(() -> lost.createStatement().execute("select 1")).isInstanceOf(SQLException.class);
        assertThat(pool().lost()).as("it is lost once").isEqualTo(before + 1);
    }

    /** The ping borrows and returns a connection of its own. */
    @Test
    void pingIsNotPartOfUnitOfWork() {
        db.run(() -> {
            db.bind("users").sql("select 1").one(Integer.class);
            for (int i = 0; i < 10; i++) {
                db.bind("users").ping();
            }
            assertThat(pool().active()).isEqualTo(1);
        });
    }

    @Test
    void pingTestsTheConnectionOnce() {
        long before = db.bind("queue").pool().pings();
        db.bind("queue").ping();
        assertThat(db.bind("queue").pool().pings()).isEqualTo(before + 1);
    }

    /** Pooling can be disabled by Quarkus's own key. */
    @Test
    void connectionsAreOpenedWithoutPool() throws Exception {
        Connection before = null;
        for (int i = 0; i < 5; i++) {
            try (Connection connection = poolless.getConnection()) {
                Connection now = connection.unwrap(Connection.class);
                assertThat((Object) now).isNotSameAs(before);
                before = now;
            }
            assertThat(db.call(() -> db.bind("poolless").sql("select 1").one(Integer.class))).isEqualTo(1);
        }
    }
}
