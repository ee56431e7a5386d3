package io.quarkiverse.binds.runtime.health;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.eclipse.microprofile.health.HealthCheckResponse;

import io.quarkiverse.binds.runtime.failure.Unavailability;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Answers within a time limit, with {@code DOWN} if the check takes longer. The check goes on meanwhile, and further requests
 * share its result; as long as it is overdue they are answered at once. A check that seems to hang is interrupted, which closes
 * its connection. Thread-safe.
 */
final class BoundedCheck implements AsyncHealthCheck {

    /** Time after the limit in which the pool gives up a login or a ping by itself, with its default settings. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Supplier<HealthCheckResponse> check;
    private final HealthThreads threads;
    private final Duration timeout;
    private final AtomicReference<Run> current = new AtomicReference<>();

    private static final class Run {

        private final CompletableFuture<HealthCheckResponse> result = new CompletableFuture<>();
        private final long since = System.nanoTime();
        private Thread thread;

        long nanosLeft(Duration timeout) {
            return Math.max(0, since + timeout.toNanos() - System.nanoTime());
        }

        synchronized void begin() {
            thread = Thread.currentThread();
        }

        synchronized void end() {
            thread = null;
            Thread.interrupted(); // the thread runs other checks next
        }

        synchronized void interrupt() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    BoundedCheck(String name, Supplier<HealthCheckResponse> check, HealthThreads threads, Duration timeout) {
        this.name = name;
        this.check = check;
        this.threads = threads;
        this.timeout = timeout;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Run run = currentOrNew();
        return Uni.createFrom().completionStage(() -> run.result.copy()
                .completeOnTimeout(overdue(), run.nanosLeft(timeout), TimeUnit.NANOSECONDS));
    }

    private Run currentOrNew() {
        Run own = new Run();
        while (true) {
            Run other = current.get();
            if (other != null) {
                if (other.nanosLeft(timeout.plus(PATIENCE)) == 0) {
                    other.interrupt();
                }
                return other;
            }
            if (current.compareAndSet(null, own)) {
                threads.run(() -> complete(own));
                return own;
            }
        }
    }

    private void complete(Run run) {
        HealthCheckResponse response;
        run.begin();
        try {
            response = check.get();
        } catch (Throwable e) {
            response = HealthCheckResponse.named(name).down().withData("cause", Unavailability.of(e).text()).build();
        }
        run.end();
        current.set(null);
        run.result.complete(response);
    }

    private HealthCheckResponse overdue() {
        return HealthCheckResponse.named(name).down().withData("cause", Unavailability.NO_ANSWER.text())
                .withData("reason", String.format(Locale.ROOT, "no answer within %.1f s (quarkus.binds.health.timeout)",
                        timeout.toNanos() / 1e9))
                .build();
    }
}
