package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;

/** The closed pools of a bind of which connections may still be in use. Thread-safe. */
final class DrainingPools {

    private final Set<DatabasePool> pools = ConcurrentHashMap.newKeySet();

    /** Adds a pool that is about to be closed, until it has no connection in use. */
    void add(DatabasePool pool) {
        if (pools.add(pool)) {
            pool.closed().thenRun(() -> pools.remove(pool));
        }
    }

    /** Waits until no pool of a key has a connection in use. @return false at the timeout, or if interrupted */
    boolean await(String key, Duration timeout) {
        CompletableFuture<?>[] closing = pools.stream().filter(pool -> pool.key().equals(key)).map(DatabasePool::closed)
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(closing).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
