package io.quarkiverse.binds.runtime.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Logins to several databases, a few at a time: a thread for each would load the same classes as all others at once. The first
 * login is alone for that reason. While no login ends, because servers are silent, the number of threads doubles each second,
 * so that the start fails a few seconds after the time limit of one login.
 */
final class StartupLogins {

    /** Number of logins at a time, of servers that answer. */
    private static final int AT_A_TIME = 4;
    private static final long PATIENCE_MILLIS = 1000;

    private final Queue<String> waiting;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final int number;
    private final Function<String, String> login;
    private final Executor executor;
    private int begun;

    /** @param error of the login; null if it succeeded, an exception if that was not foreseen */
    private record Result(String bind, CompletableFuture<String> error) {
    }

    /**
     * @param login returns the error, or null
     * @param executor runs a task in a thread of its own
     */
    StartupLogins(Collection<String> binds, Function<String, String> login, Executor executor) {
        this.waiting = new ConcurrentLinkedQueue<>(binds);
        this.number = binds.size();
        this.login = login;
        this.executor = executor;
    }

    /**
     * Waits for all of them, and returns the errors in the order of the binds.
     *
     * @throws CompletionException for an unforeseen exception of a login
     */
    List<String> errors() throws InterruptedException {
        Map<String, String> errors = new TreeMap<>();
        begin(1);
        for (int ended = 0; ended < number;) {
            Result result = results.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (result == null) {
                begin(begun);
                continue;
            }
            ended++;
            String error = result.error().join();
            if (error != null) {
                errors.put(result.bind(), error);
            }
            if (ended == 1) {
                begin(AT_A_TIME - begun);
            }
        }
        return new ArrayList<>(errors.values());
    }

    private void begin(int threads) {
        int more = Math.min(threads, waiting.size());
        for (int i = 0; i < more; i++) {
            executor.execute(this::logIn);
            begun++;
        }
    }

    private void logIn() {
        for (String bind = waiting.poll(); bind != null; bind = waiting.poll()) {
            CompletableFuture<String> error = new CompletableFuture<>();
            try {
                error.complete(login.apply(bind));
            } catch (RuntimeException | Error e) {
                error.completeExceptionally(e);
            }
            results.add(new Result(bind, error));
        }
    }
}
