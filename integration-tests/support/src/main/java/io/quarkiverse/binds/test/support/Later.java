package io.quarkiverse.binds.test.support;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Work beside that of the test. */
public final class Later {

    private Later() {
    }

    /** On a thread of its own: those of the common pool are as few as the processors, and work that waits would fill it. */
    public static <T> CompletableFuture<T> of(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
    }
}
