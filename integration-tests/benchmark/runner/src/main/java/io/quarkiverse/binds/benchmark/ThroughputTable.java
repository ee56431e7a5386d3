package io.quarkiverse.binds.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.quarkiverse.binds.benchmark.Measured.Round;

/**
 * Prints a line for each endpoint as soon as it is measured; each pair of columns shows plain and binds. The ratios
 * are those of all pairs of rounds, see {@link Ratios}.
 */
final class ThroughputTable {

    private static final String FORMAT = "%-34s %7s %7s %10s  %7s %7s  %7s %7s  %6s %6s %10s  %6s %6s %10s  %6s %6s %10s%n";

    private final boolean withServer;

    ThroughputTable(boolean withServer) {
        this.withServer = withServer;
        System.out.printf(FORMAT, "", "req/s", "", "", "p50 ms", "", "p99 ms", "", "app us", "", "", "app KB", "", "",
                "mysqld", "us", "");
        System.out.printf(FORMAT, "", "plain", "binds", "ratio", "plain", "binds", "plain", "binds", "plain", "binds", "ratio",
                "plain", "binds", "ratio", "plain", "binds", "ratio");
    }

    void print(Endpoint endpoint, Map<Application, Measured> measured) {
        Measured plain = measured.get(Application.PLAIN);
        Measured binds = measured.get(Application.BINDS);
        System.out.printf(FORMAT, endpoint.title,
                median("%.0f", plain, Round::requestsPerSecond), median("%.0f", binds, Round::requestsPerSecond),
                ratio(plain, binds, Round::requestsPerSecond),
                text("%.2f", plain.millis(0.5)), text("%.2f", binds.millis(0.5)),
                text("%.2f", plain.millis(0.99)), text("%.2f", binds.millis(0.99)),
                median("%.0f", plain, Round::microsOfApplication), median("%.0f", binds, Round::microsOfApplication),
                ratio(plain, binds, Round::microsOfApplication),
                median("%.1f", plain, Round::kilobytes), median("%.1f", binds, Round::kilobytes),
                ratio(plain, binds, Round::kilobytes),
                withServer ? median("%.0f", plain, Round::microsOfServer) : "-",
                withServer ? median("%.0f", binds, Round::microsOfServer) : "-",
                withServer ? ratio(plain, binds, Round::microsOfServer) : "-");
    }

    private static String median(String format, Measured measured, ToDoubleFunction<Round> figure) {
        return text(format, measured.median(figure));
    }

    private static String ratio(Measured plain, Measured binds, ToDoubleFunction<Round> figure) {
        return binds.ratios(plain, figure).text(2);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
