package io.quarkiverse.binds.runtime.migration.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.UnitOfWorkCallable;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.UnitOfWorkRunnable;

/** Records the selected databases, and how many of them were at the same time. */
final class RecordingDatabases implements Databases {

    final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    Map<String, RuntimeException> failing = Map.of();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private String bind;

    int mostAtOnce() {
        return most.get();
    }

    @Override
    public synchronized Databases of(String name) {
        bind = name;
        return this;
    }

    @Override
    public <T, X extends Exception> T call(String key, UnitOfWorkCallable<T, X> task) throws X {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            keys.add(bind + " " + key);
            if (failing.containsKey(key)) {
                throw failing.get(key);
            }
            return task.call();
        } finally {
            now.decrementAndGet();
        }
    }

    @Override
    public String bind() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Database open(String key, String url) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Database open(String key, String url, DatabaseOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Database get(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <X extends Exception> void run(String key, UnitOfWorkRunnable<X> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <X extends Exception> void run(String key, UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T, X extends Exception> T call(String key, UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean close(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean drain(String key, Duration timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> keys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DatabasesStats stats() {
        throw new UnsupportedOperationException();
    }
}
