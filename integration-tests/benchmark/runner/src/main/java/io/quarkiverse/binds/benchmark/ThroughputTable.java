package io.quarkiverse.binds.benchmark;

import java.util.Locale;
import java.util.Map;

/** Prints a line for each endpoint as soon as it is measured; each pair of columns shows plain and binds. */
final class ThroughputTable {

    private static final String FORMAT = "%-34s %7s %7s %5s  %7s %7s  %7s %7s  %6s %6s %5s  %6s %6s %5s%n";

    private final boolean withServer;

    ThroughputTable(boolean withServer) {
        this.withServer = withServer;
        System.out.printf(FORMAT, "", "req/s", "", "", "p50 ms", "", "p99 ms", "", "app us", "", "", "mysqld", "us", "");
        System.out.printf(FORMAT, "", "plain", "binds", "ratio", "plain", "binds", "plain", "binds", "plain", "binds", "ratio",
                "plain", "binds", "ratio");
    }

    void print(Endpoint endpoint, Map<Application, Measured> measured) {
        Measured plain = measured.get(Application.PLAIN);
        Measured binds = measured.get(Application.BINDS);
        System.out.printf(FORMAT, endpoint.title,
                text("%.0f", plain.requestsPerSecond()), text("%.0f", binds.requestsPerSecond()),
                ratio(plain.requestsPerSecond(), binds.requestsPerSecond()),
                text("%.2f", plain.millis(0.5)), text("%.2f", binds.millis(0.5)),
                text("%.2f", plain.millis(0.99)), text("%.2f", binds.millis(0.99)),
                text("%.0f", plain.cpuOfApplication()), text("%.0f", binds.cpuOfApplication()),
                ratio(plain.cpuOfApplication(), binds.cpuOfApplication()),
                ofServer(plain.cpuOfServer()), ofServer(binds.cpuOfServer()),
                withServer ? ratio(plain.cpuOfServer(), binds.cpuOfServer()) : "-");
    }

    private String ofServer(double micros) {
        return withServer ? text("%.0f", micros) : "-";
    }

    private static String ratio(double plain, double binds) {
        return text("%.2f", binds / plain);
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
