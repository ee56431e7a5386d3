package io.quarkiverse.binds.test.clusters;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import io.quarkiverse.binds.test.support.Await;

/**
 * Writes through the driver alone: after each error it tries the next node, without a pause. The time that it is without an
 * acknowledged write is that of the engine.
 */
final class BareClient implements AutoCloseable {

    private static final long BETWEEN_WRITES = Duration.ofMillis(5).toNanos();

    private final List<Node> nodes;
    private final Duration patience;
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Attempt> failed = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "bare client");
    private volatile boolean stopped;

    /** @param patience with a write, after which it is given up */
    BareClient(List<Node> nodes, Duration patience) {
        this.nodes = nodes;
        this.patience = patience;
        thread.setDaemon(true);
        thread.start();
    }

    /** A connection that was not opened, or a write that failed; times of {@link System#nanoTime()}. */
    record Attempt(long start, long end) {
    }

    /** Waits for a write after now, so that the time without one has an end. */
    void awaitAcknowledged(Duration atMost) {
        long now = System.nanoTime();
        Await.until("the driver alone writes again", atMost, () -> acknowledged.stream().anyMatch(time -> time > now));
    }

    void stop() throws InterruptedException {
        close();
        thread.join();
    }

    /** Times of acknowledged writes, of {@link System#nanoTime()}. */
    List<Long> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<Attempt> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void close() {
        stopped = true;
    }

    private void run() {
        for (int i = 0; !stopped; i++) {
            Node node = nodes.get(i % nodes.size());
            long start = System.nanoTime();
            try (Connection connection = node.connectBare(patience); Statement statement = connection.createStatement()) {
                while (!stopped) {
                    statement.executeUpdate("insert into bare (name) values ('x')");
                    acknowledged.add(System.nanoTime());
                    LockSupport.parkNanos(BETWEEN_WRITES);
                    start = System.nanoTime();
                }
            } catch (SQLException e) {
                failed.add(new Attempt(start, System.nanoTime()));
                LockSupport.parkNanos(BETWEEN_WRITES);
            }
        }
    }
}
