package io.quarkiverse.binds.test.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Concurrent clients that run steps until they are stopped. Results are not kept, since the test measures memory. */
final class ConcurrentClients implements AutoCloseable {

    private static final int KEPT = 20;

    private final ExecutorService threads;
    private final List<Future<?>> clients = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** Step of a client. */
    interface Step {

        /**
         * @param n number of steps started before
         * @return null, or a description of the failure
         */
        String take(long n) throws Exception;
    }

    private ConcurrentClients(int size, Step step) {
        threads = Executors.newCachedThreadPool();
        for (int i = 0; i < size; i++) {
            clients.add(threads.submit(() -> run(step)));
        }
    }

    static ConcurrentClients start(int size, Step step) {
        return new ConcurrentClients(size, step);
    }

    private Void run(Step step) throws Exception {
        while (!stopped) {
            String wrong = step.take(next.getAndIncrement());
            if (wrong != null && failed.incrementAndGet() <= KEPT) {
                failures.add(wrong);
            }
        }
        return null;
    }

    /** Number of started steps. */
    long steps() {
        return next.get();
    }

    long failed() {
        return failed.get();
    }

    /** First failures. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits for the steps in progress and stops. */
    void stop() throws InterruptedException, ExecutionException {
        stopped = true;
        for (Future<?> client : clients) {
            client.get();
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
