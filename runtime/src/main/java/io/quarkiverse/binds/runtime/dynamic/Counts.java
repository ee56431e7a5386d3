package io.quarkiverse.binds.runtime.dynamic;

import java.util.concurrent.atomic.LongAdder;

/** What happened since the start. Thread-safe. */
final class Counts {

    final LongAdder opened = new LongAdder();
    final LongAdder evicted = new LongAdder();
    final LongAdder expired = new LongAdder();
    final LongAdder failed = new LongAdder();
}
