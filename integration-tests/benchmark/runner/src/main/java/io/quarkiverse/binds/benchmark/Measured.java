package io.quarkiverse.binds.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Totals of all rounds of one application at one endpoint. */
final class Measured {

    private final List<long[]> latencies = new ArrayList<>();
    private Duration time = Duration.ZERO;
    private Duration cpuOfApplication = Duration.ZERO;
    private Duration cpuOfServer = Duration.ZERO;
    private long[] sorted;

    void add(long[] latenciesOfRound, Duration timeOfRound, Duration ofApplication, Duration ofServer) {
        latencies.add(latenciesOfRound);
        time = time.plus(timeOfRound);
        cpuOfApplication = cpuOfApplication.plus(ofApplication);
        cpuOfServer = cpuOfServer.plus(ofServer);
        sorted = null;
    }

    double requestsPerSecond() {
        return sorted().length / (time.toNanos() / 1e9);
    }

    /** @param share 0.5 for the median */
    double millis(double share) {
        long[] all = sorted();
        return all[(int) Math.min(all.length - 1, Math.round(share * all.length))] / 1e6;
    }

    /** Microseconds per request. */
    double cpuOfApplication() {
        return cpuOfApplication.toNanos() / 1e3 / sorted().length;
    }

    /** Microseconds per request. */
    double cpuOfServer() {
        return cpuOfServer.toNanos() / 1e3 / sorted().length;
    }

    private long[] sorted() {
        if (sorted == null) {
            sorted = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        }
        return sorted;
    }
}
