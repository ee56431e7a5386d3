package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells the share of the machine's CPU time that other processes have used since a moment: they disturb the measurement. */
final class Machine {

    /** Share above which the figures are not to be trusted. */
    static final double BUSY = 0.1;

    private static final Path STAT = Path.of("/proc/stat");
    /** Fields of the first line of {@link #STAT} after its name: user nice system idle iowait irq softirq steal. */
    private static final int IDLE = 3;
    private static final int WAIT = 4;
    private static final int FIELDS = 8;

    private long total;
    private long used;

    Machine() {
        read();
    }

    /**
     * Tells the share since the construction, or since the last call.
     *
     * @param own CPU time of the measured processes and of this one, in seconds
     * @return between 0 and 1; 0 if the system does not tell
     */
    double usedByOthers(double own) {
        long totalBefore = total;
        long usedBefore = used;
        read();
        double ticksPerSecond = 100;
        return total == totalBefore ? 0
                : Math.max(0, (used - usedBefore - own * ticksPerSecond) / (total - totalBefore));
    }

    private void read() {
        if (!Files.isReadable(STAT)) {
            return;
        }
        try {
            long[] fields = Arrays.stream(Files.readAllLines(STAT).get(0).trim().split("\\s+")).skip(1).limit(FIELDS)
                    .mapToLong(Long::parseLong).toArray();
            total = Arrays.stream(fields).sum();
            used = total - fields[IDLE] - fields[WAIT];
        } catch (IOException e) {
            total = 0;
        }
    }
}
