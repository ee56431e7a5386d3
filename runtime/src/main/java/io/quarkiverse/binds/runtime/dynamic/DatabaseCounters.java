package io.quarkiverse.binds.runtime.dynamic;

import java.util.concurrent.atomic.LongAdder;

/** Counts the databases of one bind that were opened, evicted, expired, or failed to open since the start. Thread-safe. */
final class DatabaseCounters {

    final LongAdder opened = new LongAdder();
    final LongAdder evicted = new LongAdder();
    final LongAdder expired = new LongAdder();
    final LongAdder failed = new LongAdder();
}
