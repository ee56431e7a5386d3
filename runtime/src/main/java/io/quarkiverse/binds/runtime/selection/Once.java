package io.quarkiverse.binds.runtime.selection;

import java.util.function.Supplier;

/** A value that is read at its first use and kept; a failed read is tried again by the next use. Thread-safe. */
final class Once<V> {

    private final Supplier<V> source;
    private V value;

    Once(Supplier<V> source) {
        this.source = source;
    }

    static <V> Once<V> of(V known) {
        Once<V> once = new Once<>(() -> known);
        once.get();
        return once;
    }

    synchronized V get() {
        if (value == null) {
            value = source.get();
        }
        return value;
    }

    synchronized boolean isKnown() {
        return value != null;
    }
}
