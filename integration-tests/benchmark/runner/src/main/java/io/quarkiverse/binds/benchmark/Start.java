package io.quarkiverse.binds.benchmark;

import java.time.Duration;

/**
 * A start of an application.
 *
 * @param firstAnswer time from the start of the process to the first answer
 * @param cpu user and system time of the process in that time
 * @param reported time of the start that Quarkus reports
 * @param threads number of threads after the first answer, without those of the JVM itself
 */
record Start(Duration firstAnswer, Duration cpu, Duration reported, int threads) {

    double firstAnswerSeconds() {
        return seconds(firstAnswer);
    }

    double cpuSeconds() {
        return seconds(cpu);
    }

    double reportedSeconds() {
        return seconds(reported);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
