package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures the costs of binds at the start: starts an application with plain Quarkus and the same with binds in alternating
 * pairs, on embedded databases, and prints the time until the first answer that needed a database, the CPU time of the process
 * until then, and the number of threads. The goals are ratios of at most 1.03 with two binds and 1.05 with 20 and 50.
 * <p>
 * Run it after {@code mvn install} and {@link GeneratePairs}:
 *
 * <pre>
 * java -cp integration-tests/benchmark/runner/target/classes io.quarkiverse.binds.benchmark.StartCost \
 *     [pairs=10] [applications=benchmark,2,20,50]
 * </pre>
 *
 * {@code benchmark} means the applications of this module, a number those generated with as many databases.
 */
public final class StartCost {

    private static final String BENCHMARK = "benchmark";

    private StartCost() {
    }

    /**
     * A pair of packaged applications.
     *
     * @param request the first request, which uses a database
     * @param hasThreads whether it has the resource that names its threads
     */
    private record Pair(String title, Function<Application, Path> jars, String request, boolean hasThreads) {

        static Pair of(String name) {
            return name.equals(BENCHMARK) ? new Pair(BENCHMARK, Application::jar, "posts?page=0", false)
                    : new Pair(name + " databases", new GeneratedPair(Integer.parseInt(name), GeneratedPair.directory())::jar,
                            "items1/1", true);
        }

        Start start(Application application) throws IOException {
            long begin = System.nanoTime();
            try (ApplicationProcess process = ApplicationProcess.start(jars.apply(application), Map.of());
                    Client client = new Client(process.port())) {
                client.exchange(get(request));
                Duration firstAnswer = Duration.ofNanos(System.nanoTime() - begin);
                Duration cpu = process.cpu();
                return new Start(firstAnswer, cpu, Duration.ofMillis(Math.round(1000 * process.startSeconds())),
                        hasThreads ? threads(client) : 0);
            }
        }

        private static int threads(Client client) throws IOException {
            client.exchange(get("threads"));
            return (int) client.body().lines().count();
        }

        private static byte[] get(String path) {
            return ("GET /" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    public static void main(String[] args) throws IOException {
        int pairs = 10;
        List<String> applications = Stream.concat(Stream.of(BENCHMARK), GeneratePairs.DATABASES.stream().map(String::valueOf))
                .toList();
        for (String argument : args) {
            String value = argument.substring(argument.indexOf('=') + 1);
            if (argument.startsWith("pairs=")) {
                pairs = Integer.parseInt(value);
            } else if (argument.startsWith("applications=")) {
                applications = Arrays.asList(value.split(","));
            } else {
                throw new IllegalArgumentException(
                        "'" + argument + "' is no argument: use pairs=10, applications=" + String.join(",", applications));
            }
        }
        StartTable table = new StartTable();
        for (String name : applications) {
            Pair pair = Pair.of(name);
            table.print(pair.title(), measure(pair, pairs));
        }
    }

    private static Map<Application, List<Start>> measure(Pair pair, int pairs) throws IOException {
        Map<Application, List<Start>> starts = new EnumMap<>(Application.class);
        for (Application application : Application.values()) {
            starts.put(application, new ArrayList<>());
            pair.start(application); // fills the caches of the file system
        }
        for (int i = 0; i < pairs; i++) {
            // the other one first in every second pair: a trend of the machine affects both
            for (Application application : i % 2 == 0 ? List.of(Application.PLAIN, Application.BINDS)
                    : List.of(Application.BINDS, Application.PLAIN)) {
                starts.get(application).add(pair.start(application));
            }
        }
        return starts;
    }
}
