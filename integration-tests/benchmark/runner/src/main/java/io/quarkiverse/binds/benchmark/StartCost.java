package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What binds cost at the start: starts the packaged application wired by hand and the one with binds in turn, and prints the
 * times
 * that Quarkus reports and the CPU time that the processes used. The goal is a ratio of at most 1.05.
 * <p>
 * Run it after {@code mvn package}, from the root of the project:
 *
 * <pre>
 * java -cp integration-tests/benchmark/runner/target/classes io.quarkiverse.binds.benchmark.StartCost [starts of each]
 * </pre>
 */
public final class StartCost {

    private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d+)s");
    private static final List<String> APPLICATIONS = List.of("plain", "binds");

    private StartCost() {
    }

    private record Start(double seconds, double cpuSeconds) {
    }

    public static void main(String[] args) throws InterruptedException {
        int rounds = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (String application : APPLICATIONS) {
                Start start = start(application);
                if (round >= 0) { // the first of each warms the caches of the file system
                    starts.computeIfAbsent(application, a -> new ArrayList<>()).add(start);
                }
            }
        }
        System.out.printf("%-8s %16s %16s%n", "", "start, median s", "CPU, median s");
        starts.forEach((application, measured) -> System.out.printf("%-8s %16.3f %16.3f%n", application,
                median(measured.stream().map(Start::seconds).toList()),
                median(measured.stream().map(Start::cpuSeconds).toList())));
        System.out.printf("%-8s %16.3f %16.3f%n", "ratio",
                median(starts.get("binds").stream().map(Start::seconds).toList())
                        / median(starts.get("plain").stream().map(Start::seconds).toList()),
                median(starts.get("binds").stream().map(Start::cpuSeconds).toList())
                        / median(starts.get("plain").stream().map(Start::cpuSeconds).toList()));
    }

    private static Start start(String application) throws InterruptedException {
        Path jar = Path.of("integration-tests/benchmark", application, "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is not there: run mvn package first, and this from the root of the project");
        }
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dquarkus.http.port=0", "-Dquarkus.http.host=127.0.0.1", "-jar", jar.toString())
                    .redirectErrorStream(true).start();
            try {
                double seconds = awaitStart(process, application);
                double cpu = process.info().totalCpuDuration().map(d -> d.toMillis() / 1000.0).orElse(Double.NaN);
                return new Start(seconds, cpu);
            } finally {
                process.destroy();
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double awaitStart(Process process, String application) throws IOException {
        StringBuilder output = new StringBuilder();
        byte[] buffer = new byte[8192];
        InputStream in = process.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            output.append(new String(buffer, 0, read));
            Matcher started = STARTED.matcher(output);
            if (started.find()) {
                return Double.parseDouble(started.group(1));
            }
        }
        throw new IllegalStateException("The application '" + application + "' did not start:\n" + output);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
