package io.quarkiverse.binds.runtime.replication;

import java.util.Map;
import java.util.TreeMap;

/**
 * A set of global transaction identifiers of MySQL: for each source, or source and tag, the intervals of transaction numbers.
 * Used under a lock.
 */
final class GtidSet {

    /**
     * The intervals of a source that are kept apart. The commits of other processes make gaps between those of this one. If
     * there are more, the smallest gap is filled: these transactions were committed at the source as well, or the set is never
     * reached and the primary is read.
     */
    private static final int MAX_INTERVALS = 16;

    private final Map<String, TreeMap<Long, Long>> sources = new TreeMap<>();

    /** Adds a set as the server writes it, such as {@code uuid:1-5:7, uuid:tag:3}. */
    void add(String set) {
        for (String ofSource : set.split(",")) {
            String[] parts = ofSource.strip().split(":");
            String source = parts[0];
            for (int i = 1; i < parts.length; i++) {
                if (Character.isDigit(parts[i].charAt(0))) {
                    add(sources.computeIfAbsent(source, any -> new TreeMap<>()), parts[i]);
                } else {
                    source = parts[0] + ":" + parts[i];
                }
            }
        }
    }

    private static void add(TreeMap<Long, Long> intervals, String interval) {
        int dash = interval.indexOf('-');
        long first = Long.parseLong(dash < 0 ? interval : interval.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(interval.substring(dash + 1));
        Map.Entry<Long, Long> before = intervals.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        Map.Entry<Long, Long> after = intervals.higherEntry(first);
        while (after != null && after.getKey() <= last + 1) {
            last = Math.max(last, after.getValue());
            intervals.remove(after.getKey());
            after = intervals.higherEntry(first);
        }
        intervals.put(first, last);
        if (intervals.size() > MAX_INTERVALS) {
            fillSmallestGap(intervals);
        }
    }

    private static void fillSmallestGap(TreeMap<Long, Long> intervals) {
        Map.Entry<Long, Long> before = null;
        Map.Entry<Long, Long> smallest = null;
        Map.Entry<Long, Long> beyond = null;
        for (Map.Entry<Long, Long> interval : intervals.entrySet()) {
            if (before != null && (smallest == null
                    || interval.getKey() - before.getValue() < beyond.getKey() - smallest.getValue())) {
                smallest = before;
                beyond = interval;
            }
            before = interval;
        }
        intervals.put(smallest.getKey(), beyond.getValue());
        intervals.remove(beyond.getKey());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        sources.forEach((source, intervals) -> {
            text.append(text.length() == 0 ? "" : ",").append(source);
            intervals.forEach((first, last) -> {
                text.append(':').append(first);
                if (last > first) {
                    text.append('-').append(last);
                }
            });
        });
        return text.toString();
    }
}
