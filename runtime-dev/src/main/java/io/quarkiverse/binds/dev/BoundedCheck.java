package io.quarkiverse.binds.dev;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Asks a server in bounded time: a pool may wait for longer than somebody before a page does. */
final class BoundedCheck {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private BoundedCheck() {
    }

    /** @param check fails if the server does not answer; it goes on in its thread after the limit */
    static Uni<Answer> of(String server, Runnable check) {
        return Uni.createFrom().item(() -> run(server, check)).runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .ifNoItem().after(LIMIT).recoverWithItem(() -> Answer.failed(server + " has not answered within "
                        + LIMIT.toSeconds() + " s"));
    }

    private static Answer run(String server, Runnable check) {
        long begin = System.nanoTime();
        try {
            check.run();
        } catch (RuntimeException e) {
            return Answer.failed(e);
        }
        return Answer.done(server + " has answered within " + milliseconds(System.nanoTime() - begin) + " ms");
    }

    /** In full milliseconds, rounded up. */
    private static long milliseconds(long nanoseconds) {
        return (nanoseconds + 999_999) / 1_000_000;
    }
}
