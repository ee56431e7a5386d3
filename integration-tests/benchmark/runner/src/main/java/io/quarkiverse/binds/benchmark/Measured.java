package io.quarkiverse.binds.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All rounds of one application at one endpoint. */
final class Measured {

    private final List<Round> rounds = new ArrayList<>();
    private long[] sorted;

    /**
     * One round.
     *
     * @param latencies of its requests, in nanoseconds
     * @param allocated bytes that the application has allocated
     * @param compilation time of the application's JIT compilers
     */
    record Round(long[] latencies, Duration time, Duration cpuOfApplication, Duration cpuOfServer, long allocated,
            Duration compilation) {

        double requestsPerSecond() {
            return latencies.length / (time.toNanos() / 1e9);
        }

        /** Microseconds per request. */
        double microsOfApplication() {
            return cpuOfApplication.toNanos() / 1e3 / latencies.length;
        }

        /** Microseconds per request. */
        double microsOfServer() {
            return cpuOfServer.toNanos() / 1e3 / latencies.length;
        }

        /** Kilobytes per request. */
        double kilobytes() {
            return allocated / 1024.0 / latencies.length;
        }

        /** Part of the application's CPU time that its JIT compilers took, between 0 and 1. */
        double compilers() {
            return cpuOfApplication.isZero() ? 0
                    : Math.min(1, compilation.toNanos() / (double) cpuOfApplication.toNanos());
        }
    }

    void add(Round round) {
        rounds.add(round);
        sorted = null;
    }

    /** Median of the rounds: in a round in which a thread ends, the memory that it has allocated is missing. */
    double median(ToDoubleFunction<Round> figure) {
        double[] all = rounds.stream().mapToDouble(figure).sorted().toArray();
        return all.length == 0 ? 0 : (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
    }

    /** @param share 0.5 for the median */
    double millis(double share) {
        long[] all = sorted();
        return all[(int) Math.min(all.length - 1, Math.round(share * all.length))] / 1e6;
    }

    private long[] sorted() {
        if (sorted == null) {
            sorted = rounds.stream().map(Round::latencies).flatMapToLong(Arrays::stream).sorted().toArray();
        }
        return sorted;
    }

    /** Ratios of a figure to that of another application, for each pair of rounds. */
    Ratios ratios(Measured other, ToDoubleFunction<Round> figure) {
        return Ratios.of(rounds, other.rounds, figure);
    }
}
