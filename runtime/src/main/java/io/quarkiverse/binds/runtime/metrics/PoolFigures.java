package io.quarkiverse.binds.runtime.metrics;

import io.quarkiverse.binds.PoolStats;

/** Sums of figures of pools. */
final class PoolFigures {

    static final PoolStats NONE = new PoolStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private PoolFigures() {
    }

    static PoolStats sum(PoolStats a, PoolStats b) {
        return new PoolStats(a.size() + b.size(), a.maxOverflow() + b.maxOverflow(), a.active() + b.active(),
                a.idle() + b.idle(), a.waiting() + b.waiting(), a.created() + b.created(), a.lost() + b.lost(),
                a.pings() + b.pings(), a.recycled() + b.recycled(), a.waits() + b.waits());
    }

    /** The counts of a pool, without its gauges: a closed pool keeps them. */
    static PoolStats countsOf(PoolStats stats) {
        return new PoolStats(0, 0, 0, 0, 0, stats.created(), stats.lost(), stats.pings(), stats.recycled(), stats.waits());
    }
}
