package io.quarkiverse.binds.runtime.dynamic;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.UnitOfWorkCallable;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.UnitOfWorkRunnable;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;

/** Implements {@link Databases}, the entry point for applications. */
final class DatabasesBean implements Databases {

    private final DynamicBinds binds;
    private final UnitOfWorkExecutor executor;
    private final Set<String> names;
    private final String bind;

    DatabasesBean(DynamicBinds binds, UnitOfWorkExecutor executor, Set<String> names) {
        this(binds, executor, names, names.size() == 1 ? names.iterator().next() : null);
    }

    /** @param bind null if there are several binds and none was selected by {@link #of} */
    private DatabasesBean(DynamicBinds binds, UnitOfWorkExecutor executor, Set<String> names, String bind) {
        this.binds = binds;
        this.executor = executor;
        this.names = names;
        this.bind = bind;
    }

    @Override
    public Databases of(String name) {
        if (name == null || !names.contains(name)) {
            throw new IllegalArgumentException("There is no dynamic bind '" + name + "'. The dynamic binds of this application"
                    + " are: " + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return new DatabasesBean(binds, executor, names, name);
    }

    @Override
    public String bind() {
        if (bind == null) {
            if (names.isEmpty()) {
                throw new IllegalStateException("No bind of this application opens databases on the fly: set"
                        + " quarkus.binds.<name>.dynamic=true when it is built");
            }
            throw new IllegalStateException("There are several dynamic binds: name one of " + String.join(", ", names)
                    + ", as in databases.of(\"" + names.iterator().next() + "\")");
        }
        return bind;
    }

    private DynamicBind get() {
        return binds.get(bind());
    }

    @Override
    public Database open(String key, String url) {
        return open(key, url, DatabaseOptions.defaults());
    }

    @Override
    public Database open(String key, String url, DatabaseOptions options) {
        return get().open(key, DatabaseAddress.of(url, options));
    }

    @Override
    public Database get(String key) {
        return get().get(key);
    }

    @Override
    public <X extends Exception> void run(String key, UnitOfWorkRunnable<X> work) throws X {
        run(key, UnitOfWorkOptions.defaults(), work);
    }

    @Override
    public <X extends Exception> void run(String key, UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X {
        executor.runIn(bind(), get().keys().check(key), options, () -> "databases.run", () -> {
            work.run();
            return null;
        });
    }

    @Override
    public <T, X extends Exception> T call(String key, UnitOfWorkCallable<T, X> task) throws X {
        return call(key, UnitOfWorkOptions.defaults(), task);
    }

    @Override
    public <T, X extends Exception> T call(String key, UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X {
        return executor.runIn(bind(), get().keys().check(key), options, () -> "databases.call", task);
    }

    @Override
    public boolean close(String key) {
        return get().close(key);
    }

    @Override
    public boolean drain(String key, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        return get().drain(key, timeout);
    }

    @Override
    public Set<String> keys() {
        return get().registry().keys();
    }

    @Override
    public DatabasesStats stats() {
        return get().registry().stats();
    }
}
