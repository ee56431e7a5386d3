package io.quarkiverse.binds.test.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What clients saw while one fault happened, compared with the rows.
 *
 * @param start of the fault
 * @param struck end of the fault: the operator has done their part
 * @param bare times of the writes that {@link BareClient} had acknowledged
 * @param bareFailed its attempts that failed
 * @param unique number of rows with each name in the table with a unique key
 * @param repeatable the same of the table without
 */
record Round(long start, long struck, List<Write> writes, List<Long> bare, List<BareClient.Attempt> bareFailed,
        Map<String, Long> unique, Map<String, Long> repeatable) {

    /** Nothing takes writes at the moment. */
    private static final int UNAVAILABLE = 503;

    /** Nothing is lost or doubled, and each response says the truth. */
    void checkTruth() {
        Set<String> sent = new HashSet<>();
        for (Write write : writes) {
            sent.add(write.name());
            long first = write.kind().isInBoth ? unique.getOrDefault(write.name(), 0L) : rows(write);
            assertThat(rows(write)).as("a transaction is whole: %s", write).isEqualTo(first);
            if (write.isAcknowledged()) {
                assertThat(rows(write)).as("acknowledged: %s", write).isEqualTo(1);
            } else if (write.isUnknown()) {
                assertThat(rows(write)).as("of unknown outcome: %s", write).isBetween(0L, 1L);
            } else {
                assertThat(rows(write)).as("not written: %s", write).isZero();
            }
        }
        Set<String> others = new HashSet<>(repeatable.keySet());
        others.addAll(unique.keySet());
        others.removeAll(sent);
        assertThat(others).as("rows that no client has sent").isEmpty();
    }

    private long rows(Write write) {
        return repeatable.getOrDefault(write.name(), 0L);
    }

    long count(Predicate<Write> which) {
        return writes.stream().filter(which).count();
    }

    List<Write> failed(Predicate<Write> which) {
        return writes.stream().filter(write -> !write.isAcknowledged() && which.test(write)).toList();
    }

    /** Longest time between acknowledged writes of the application, in milliseconds. */
    double gap() {
        return gap(writes.stream().filter(Write::isAcknowledged).mapToLong(Write::end));
    }

    /** The same of the bare client. */
    double gapOfEngine() {
        return gap(bare.stream().mapToLong(Long::longValue));
    }

    private double gap(LongStream times) {
        long[] sorted = times.sorted().toArray();
        long longest = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > start) {
                longest = Math.max(longest, sorted[i] - sorted[i - 1]);
            }
        }
        return longest / 1e6;
    }

    /** Longest answer of a write that began after the fault had, in milliseconds. */
    double longestAnswer() {
        return writes.stream().filter(write -> write.start() > start).mapToDouble(Write::millis).max().orElse(0);
    }

    /**
     * Longest answer in milliseconds to a write without retries that was sent after another one had been told that nothing
     * takes writes, and was told the same; 0 if there is none.
     */
    double longestRefusal() {
        long known = writes.stream().filter(write -> write.status() == UNAVAILABLE && write.start() > start)
                .mapToLong(Write::end)
                .min().orElse(Long.MAX_VALUE);
        return failed(write -> write.kind() == Write.Kind.ONCE && write.status() == UNAVAILABLE && write.start() > known)
                .stream()
                .mapToDouble(Write::millis).max().orElse(0);
    }

    /** The longest attempt of the bare client that failed, in milliseconds. */
    double longestFailureOfEngine() {
        return bareFailed.stream().filter(attempt -> attempt.start() > start)
                .mapToDouble(attempt -> (attempt.end() - attempt.start()) / 1e6).max().orElse(0);
    }

    /** Number of failed writes by the names of the exceptions in their responses. */
    Map<String, Long> causes() {
        return failed(write -> true).stream().collect(Collectors.groupingBy(write -> write.kind() + " " + write.status() + " "
                + Pattern.compile("\\w+Exception").matcher(write.body()).results().map(MatchResult::group).distinct()
                        .collect(Collectors.joining(", ")),
                TreeMap::new, Collectors.counting()));
    }

    @Override
    public String toString() {
        List<Write> unknown = failed(Write::isUnknown);
        return String.format(
                "%.2f s without an acknowledged write, the driver alone %.2f s (fault %.2f s); %d writes, failed: %d"
                        + " without retries, %d with; unknown outcome: %d, %d of them written; longest answer after the fault %.2f s;"
                        + " longest refusal of the outage %.2f s, failure of the driver alone %.2f s",
                gap() / 1e3, gapOfEngine() / 1e3, (struck - start) / 1e9, writes.size(),
                failed(write -> write.kind() == Write.Kind.ONCE).size(),
                failed(write -> write.kind() != Write.Kind.ONCE).size(),
                unknown.size(), unknown.stream().filter(write -> rows(write) > 0).count(), longestAnswer() / 1e3,
                longestRefusal() / 1e3, longestFailureOfEngine() / 1e3);
    }
}
