package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Measures the costs of binds per request: runs the packaged plain application and the one with binds on one MySQL, loads them
 * in turn, and prints requests per second, latencies and CPU time. The goal is to be at least as fast, with no more CPU time.
 * <p>
 * Run it after {@code mvn package}:
 *
 * <pre>
 * java -jar integration-tests/benchmark/runner/target/throughput.jar [seconds for each application and endpoint] [clients]
 * </pre>
 *
 * It takes 48 times as many seconds, half of them to warm up, and longer where one request takes longer than a second. On a
 * machine that is busy with something else it needs more of
 * them until the CPU times are those of the applications rather than of their JVMs' compilers.
 */
public final class Throughput implements AutoCloseable {

    private static final long ROUND = TimeUnit.SECONDS.toNanos(1);

    private final SideBySide both;
    private final Map<Application, Clients> clients = new EnumMap<>(Application.class);
    private final Optional<ProcessHandle> server;

    private Throughput(SideBySide both, int count) throws IOException {
        this.both = both;
        this.server = both.serverProcess();
        for (Application application : Application.values()) {
            clients.put(application, new Clients(both.process(application).port(), count, both::nextNumber));
        }
    }

    public static void main(String[] args) throws IOException {
        int rounds = args.length < 1 ? 10 : Integer.parseInt(args[0]);
        int count = args.length < 2 ? 16 : Integer.parseInt(args[1]);
        try (SideBySide both = new SideBySide(Endpoint.MANY_READINGS); Throughput throughput = new Throughput(both, count)) {
            System.out.printf("%s; %d cores, Java %s; %d clients, %d s for each application and endpoint%n",
                    both.server().description(), Runtime.getRuntime().availableProcessors(), Runtime.version(), count,
                    rounds);
            for (Endpoint endpoint : Endpoint.values()) {
                throughput.measure(endpoint, rounds); // warm-up, not printed: the JVMs are still compiling
            }
            ThroughputTable table = new ThroughputTable(throughput.server.isPresent());
            for (Endpoint endpoint : Endpoint.values()) {
                table.print(endpoint, throughput.measure(endpoint, rounds));
            }
        }
    }

    /** Alternates short rounds, so that other load of the machine affects both. */
    private Map<Application, Measured> measure(Endpoint endpoint, int rounds) {
        Map<Application, Measured> results = new EnumMap<>(Application.class);
        for (int round = 0; round < rounds; round++) {
            List<Application> order = round % 2 == 0 ? List.of(Application.PLAIN, Application.BINDS)
                    : List.of(Application.BINDS, Application.PLAIN);
            order.forEach(application -> measure(endpoint, application,
                    results.computeIfAbsent(application, a -> new Measured())));
        }
        return results;
    }

    private void measure(Endpoint endpoint, Application application, Measured result) {
        Duration cpu = both.process(application).cpu();
        Duration cpuOfServer = cpuOfServer();
        long start = System.nanoTime();
        long[] latencies = clients.get(application).run(endpoint, ROUND);
        result.add(latencies, Duration.ofNanos(System.nanoTime() - start),
                both.process(application).cpu().minus(cpu), cpuOfServer().minus(cpuOfServer));
    }

    private Duration cpuOfServer() {
        return server.flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        for (Clients each : clients.values()) {
            each.close();
        }
    }
}
