package io.quarkiverse.binds.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Prints a line for each pair of applications as soon as it is measured: medians, and {@link Ratios} of the pairs of starts.
 */
final class StartTable {

    private static final String FORMAT = "%-14s %8s %8s %12s  %8s %8s %12s  %8s %8s %12s  %6s %6s%n";

    StartTable() {
        System.out.printf(FORMAT, "", "answer s", "", "", "CPU s", "", "", "Quarkus", "s", "", "thread", "s");
        System.out.printf(FORMAT, "", "plain", "binds", "ratio", "plain", "binds", "ratio", "plain", "binds", "ratio",
                "plain", "binds");
    }

    void print(String title, Map<Application, List<Start>> starts) {
        List<Start> plain = starts.get(Application.PLAIN);
        List<Start> binds = starts.get(Application.BINDS);
        System.out.printf(FORMAT, title,
                seconds(plain, Start::firstAnswerSeconds), seconds(binds, Start::firstAnswerSeconds),
                ratio(plain, binds, Start::firstAnswerSeconds),
                seconds(plain, Start::cpuSeconds), seconds(binds, Start::cpuSeconds),
                ratio(plain, binds, Start::cpuSeconds),
                seconds(plain, Start::reportedSeconds), seconds(binds, Start::reportedSeconds),
                ratio(plain, binds, Start::reportedSeconds),
                threads(plain), threads(binds));
    }

    private static String seconds(List<Start> starts, ToDoubleFunction<Start> figure) {
        return String.format(Locale.ROOT, "%.3f", median(starts, figure));
    }

    private static String ratio(List<Start> plain, List<Start> binds, ToDoubleFunction<Start> figure) {
        return Ratios.of(binds, plain, figure).text(3);
    }

    private static String threads(List<Start> starts) {
        int threads = (int) median(starts, Start::threads);
        return threads == 0 ? "-" : Integer.toString(threads);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
