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

/** Clients that do one step after the other until they are stopped. They keep nothing, since the memory is looked at. */
final class Crowd implements AutoCloseable {

    private static final int KEPT = 20;

    private final ExecutorService threads;
    private final List<Future<?>> clients = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** A step of any of them. */
    interface Step {

        /**
         * @param n how many steps were begun before it
         * @return null, or what went wrong
         */
        String take(long n) throws Exception;
    }

    private Crowd(int size, Step step) {
        threads = Executors.newCachedThreadPool();
        for (int i = 0; i < size; i++) {
            clients.add(threads.submit(() -> run(step)));
        }
    }

    static Crowd start(int size, Step step) {
        return new Crowd(size, step);
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

    /** How many steps were begun. */
    long steps() {
        return next.get();
    }

    long failed() {
        return failed.get();
    }

    /** What went wrong first. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets the steps end that were begun. */
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
