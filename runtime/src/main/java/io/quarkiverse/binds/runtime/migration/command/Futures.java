package io.quarkiverse.binds.runtime.migration.command;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of other threads. */
final class Futures {

    private Futures() {
    }

    static int get(Future<Integer> exitCode) {
        try {
            return exitCode.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The command was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().toString(), e);
        }
    }
}
