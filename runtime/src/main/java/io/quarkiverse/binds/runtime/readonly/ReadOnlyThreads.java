package io.quarkiverse.binds.runtime.readonly;

import java.util.function.Supplier;

/**
 * The read-only unit of work of a thread that has no transaction: a datasource that is used before the unit of work has begun
 * its transaction, or where it is suspended, hands out connections that commit each statement. Thread-safe.
 */
public final class ReadOnlyThreads {

    private static volatile Supplier<Supplier<String>> current = () -> null;

    private ReadOnlyThreads() {
    }

    /**
     * Sets the source of the current unit of work.
     *
     * @param current gives the name of the read-only unit of work of the calling thread, or null; it replaces that of an
     *        application
     *        that ran before in this JVM
     */
    public static void set(Supplier<Supplier<String>> current) {
        ReadOnlyThreads.current = current;
    }

    /** @return the name of the unit of work; null if this thread may write, or has a transaction */
    public static Supplier<String> readOnlyUnitOfWork() {
        return current.get();
    }
}
