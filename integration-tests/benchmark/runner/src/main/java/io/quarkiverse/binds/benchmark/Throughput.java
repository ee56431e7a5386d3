package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.quarkiverse.binds.benchmark.ApplicationProcess.JvmFigures;

/**
 * Measures the costs of binds per request: runs the packaged plain application and the one with binds on one MySQL, loads them
 * in turn, and prints requests per second, latencies, CPU time and allocated memory. The goal is to be at least as fast, with
 * no more CPU time.
 * <p>
 * Run it after {@code mvn package}:
 *
 * <pre>
 * java -jar integration-tests/benchmark/runner/target/throughput.jar [seconds=10] [clients=16] [endpoints=read,page] [pool=2+1]
 *         [warm-up=20] [recordings=directory]
 * </pre>
 *
 * It takes twice as many seconds for each endpoint, and longer where one request takes longer than a second. Before, all
 * endpoints are warmed up until the JIT compilers of both applications have next to nothing to do, each for {@code warm-up}
 * seconds at most; the last line tells how much the compilers still used. With {@code pool}, each pool has that size and
 * overflow. With
 * {@code recordings}, both applications write a profile of JFR into that directory.
 */
public final class Throughput implements AutoCloseable {

    private static final long ROUND = TimeUnit.SECONDS.toNanos(1);
    /** Part of the CPU time below which the compilers of a JVM are taken as done, in so many rounds in a row. */
    private static final double QUIET = 0.02;
    private static final int QUIET_ROUNDS = 2;

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
        Load load = Load.of(args);
        try (SideBySide both = new SideBySide(Endpoint.MANY_READINGS, load);
                Throughput throughput = new Throughput(both, load.clients())) {
            System.out.printf("%s; %d cores, Java %s; %d clients, %d s for each application and endpoint%n",
                    both.server().description(), Runtime.getRuntime().availableProcessors(), Runtime.version(),
                    load.clients(), load.seconds());
            for (Endpoint endpoint : load.endpoints()) {
                throughput.warmUp(endpoint, load); // of all before the first is measured: each changes profiles of the others
            }
            throughput.print(load);
        }
    }

    private void print(Load load) throws IOException {
        Machine machine = new Machine();
        double own = ownSeconds();
        double compilers = 0;
        ThroughputTable table = new ThroughputTable(server.isPresent());
        for (Endpoint endpoint : load.endpoints()) {
            warmUp(endpoint, load);
            Map<Application, Measured> measured = measure(endpoint, load.seconds());
            table.print(endpoint, measured);
            for (Measured each : measured.values()) {
                compilers = Math.max(compilers, each.median(Measured.Round::compilers));
            }
        }
        double others = machine.usedByOthers(ownSeconds() - own);
        System.out.printf("Other processes used %.0f %% of the machine%s%n", 100 * others,
                others > Machine.BUSY ? ", which was too busy to tell differences of a few hundredths" : "");
        System.out.printf("JIT compilers used at most %.1f %% of an application's CPU time in the rounds of an endpoint%n",
                100 * compilers);
    }

    /** Loads both applications until their compilers have next to nothing to do, for a limited number of rounds. */
    private void warmUp(Endpoint endpoint, Load load) throws IOException {
        int quiet = 0;
        for (int round = 0; round < load.warmUp() && quiet < QUIET_ROUNDS; round++) {
            boolean compiling = measure(endpoint, 1).values().stream()
                    .anyMatch(each -> each.median(Measured.Round::compilers) > QUIET);
            quiet = compiling ? 0 : quiet + 1;
        }
    }

    /** CPU time so far of the applications, the server and this process. */
    private double ownSeconds() {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).plus(cpuOfServer());
        for (Application application : Application.values()) {
            own = own.plus(both.process(application).cpu());
        }
        return own.toNanos() / 1e9;
    }

    /** Alternates short rounds, so that other load of the machine affects both. */
    private Map<Application, Measured> measure(Endpoint endpoint, int rounds) throws IOException {
        Map<Application, Measured> results = new EnumMap<>(Application.class);
        for (int round = 0; round < rounds; round++) {
            List<Application> order = round % 2 == 0 ? List.of(Application.PLAIN, Application.BINDS)
                    : List.of(Application.BINDS, Application.PLAIN);
            for (Application application : order) {
                results.computeIfAbsent(application, a -> new Measured()).add(measure(endpoint, application));
            }
        }
        return results;
    }

    private Measured.Round measure(Endpoint endpoint, Application application) throws IOException {
        ApplicationProcess process = both.process(application);
        JvmFigures before = process.jvmFigures();
        Duration cpu = process.cpu();
        Duration cpuOfServer = cpuOfServer();
        long start = System.nanoTime();
        long[] latencies = clients.get(application).run(endpoint, ROUND);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Duration used = process.cpu().minus(cpu);
        Duration usedByServer = cpuOfServer().minus(cpuOfServer);
        JvmFigures after = process.jvmFigures();
        return new Measured.Round(latencies, time, used, usedByServer, after.allocated() - before.allocated(),
                after.compilation().minus(before.compilation()));
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
