package io.quarkiverse.binds.test.sharding;

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

/**
 * Answers to clients while a server failed, compared with the rows.
 *
 * @param start of the fault
 * @param unique number of rows of each sale in the table with a unique key, on each server
 * @param repeatable the same of the table without
 */
record Outcome(long start, List<Sale> sales, List<Map<String, Long>> unique, List<Map<String, Long>> repeatable) {

    /** Nothing is lost, doubled or on the wrong server, and each response says the truth. */
    void checkTruth() {
        for (Sale sale : sales) {
            long rows = rows(repeatable, sale.server(), sale);
            if (sale.kind().isInBoth) {
                assertThat(rows(unique, sale.server(), sale)).as("a transaction is whole: %s", sale).isEqualTo(rows);
            }
            if (sale.isAcknowledged()) {
                assertThat(rows).as("acknowledged: %s", sale).isEqualTo(1);
            } else if (sale.isUnknown()) {
                assertThat(rows).as("of unknown outcome: %s", sale).isBetween(0L, 1L);
            } else {
                assertThat(rows).as("not written: %s", sale).isZero();
            }
            assertThat(rows(repeatable, 1 - sale.server(), sale)).as("on the server of another tenant: %s", sale).isZero();
            assertThat(rows(unique, 1 - sale.server(), sale)).as("on the server of another tenant: %s", sale).isZero();
        }
    }

    /** Names of rows with this prefix that no client has sent. */
    Set<String> unknownRows(String prefix) {
        Set<String> names = new HashSet<>();
        unique.forEach(rows -> names.addAll(rows.keySet()));
        repeatable.forEach(rows -> names.addAll(rows.keySet()));
        names.removeIf(name -> !name.contains("/" + prefix));
        sales.forEach(sale -> names.remove(sale.row()));
        return names;
    }

    private static long rows(List<Map<String, Long>> rows, int server, Sale sale) {
        return rows.get(server).getOrDefault(sale.row(), 0L);
    }

    List<Sale> failed(Predicate<Sale> which) {
        return sales.stream().filter(sale -> !sale.isAcknowledged() && which.test(sale)).toList();
    }

    /** Longest time between acknowledged sales of the tenants of a server, in milliseconds. */
    double gap(int server) {
        long[] sorted = sales.stream().filter(sale -> sale.server() == server && sale.isAcknowledged()).mapToLong(Sale::end)
                .sorted().toArray();
        long longest = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > start) {
                longest = Math.max(longest, sorted[i] - sorted[i - 1]);
            }
        }
        return longest / 1e6;
    }

    /** Longest answer for a sale of a server that was sent after the fault had begun, in milliseconds. */
    double longestAnswer(int server) {
        return sales.stream().filter(sale -> sale.server() == server && sale.start() > start).mapToDouble(Sale::millis).max()
                .orElse(0);
    }

    /** Number of failed sales by the names of the exceptions in their responses. */
    Map<String, Long> causes() {
        return failed(sale -> true).stream()
                .collect(Collectors.groupingBy(sale -> "server " + sale.server() + " " + sale.kind() + " " + sale.status() + " "
                        + Pattern.compile("\\w+Exception").matcher(sale.body()).results().map(MatchResult::group).distinct()
                                .collect(Collectors.joining(", ")),
                        TreeMap::new, Collectors.counting()));
    }

    private String of(int server) {
        List<Sale> unknown = failed(sale -> sale.isUnknown() && sale.server() == server);
        return String.format("%d sales, %d failed, unknown outcome %d (%d written), %.2f s without an acknowledged one,"
                + " longest answer %.2f s", sales.stream().filter(sale -> sale.server() == server).count(),
                failed(sale -> sale.server() == server).size(), unknown.size(),
                unknown.stream().filter(sale -> rows(repeatable, server, sale) > 0).count(), gap(server) / 1e3,
                longestAnswer(server) / 1e3);
    }

    @Override
    public String toString() {
        return "server that failed: " + of(1) + "; other server: " + of(0);
    }
}
