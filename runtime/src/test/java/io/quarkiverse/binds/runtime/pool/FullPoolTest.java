package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalPoolInterceptor;

/** L16: more borrowers than connections. A borrower gets its permit when a connection is available, not before. */
class FullPoolTest {

    private static final int CONNECTIONS = 3;
    private static final int THREADS = 16;
    private static final int BORROWS_OF_EACH = 5_000;

    private final PoolOnServer h2 = PoolOnServer.h2("full", CONNECTIONS);

    @AfterEach
    void close() {
        h2.close();
    }

    @Test
    void permittedBorrowerGetsConnectionAtFirstAttempt() throws Exception {
        openAll();

        List<CompletableFuture<Void>> borrowers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            borrowers.add(CompletableFuture.runAsync(() -> borrow(BORROWS_OF_EACH), task -> new Thread(task).start()));
        }
        CompletableFuture.allOf(borrowers.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);

        assertThat(h2.pool.idle().missedCount()).as("connections at rest that could not be acquired").isZero();
        assertThat(h2.pool.stats().created()).as("connections opened").isEqualTo(CONNECTIONS);
        assertNoneBorrowed();
    }

    @Test
    void connectionFlushedOnReturnIsReplaced() throws Exception {
        openAll();
        for (int i = 0; i < 3 * CONNECTIONS; i++) {
            try (Connection connection = h2.pool.getConnection()) {
                connection.unwrap(Connection.class).close();
            }
        }
        borrow(1);
        assertNoneBorrowed();
    }

    /** All connections are returned at once, and each is closed since the pool has been disposed. */
    @Test
    void disposedConnectionsReleaseTheirPermits() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<Connection> held = hold();
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                waiting.add(CompletableFuture.runAsync(() -> borrow(10), task -> new Thread(task).start()));
            }
            while (h2.pool.stats().waiting() < CONNECTIONS) {
                Thread.yield();
            }
            h2.pool.dispose();
            for (Connection connection : held) {
                connection.close();
            }
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }
        assertNoneBorrowed();
    }

    @Test
    void failingInterceptorReleasesThePermit() throws Exception {
        h2.pool.intercept(List.of(new AgroalPoolInterceptor() {
            @Override
            public void onConnectionReturn(Connection connection) {
                throw new IllegalStateException("interceptor");
            }
        }));
        for (int i = 0; i < 2 * CONNECTIONS; i++) {
            assertThatCode(() -> h2.pool.getConnection().close()).doesNotThrowAnyException();
        }
        assertNoneBorrowed();
    }

    private void openAll() throws Exception {
        for (Connection connection : hold()) {
            connection.close();
        }
    }

    private List<Connection> hold() throws Exception {
        List<Connection> held = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            held.add(h2.pool.getConnection());
        }
        return held;
    }

    private void borrow(int times) {
        for (int i = 0; i < times; i++) {
            try (Connection connection = h2.pool.getConnection()) {
                connection.isReadOnly();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Asserts that all permits are free: the maximum can be borrowed at the same time, and no connection stays borrowed. */
    private void assertNoneBorrowed() throws Exception {
        openAll();
        assertThat(h2.pool.stats().active()).isZero();
        assertThat(h2.pool.stats().waiting()).isZero();
    }
}
