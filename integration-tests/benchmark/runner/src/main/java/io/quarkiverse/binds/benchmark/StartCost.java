package io.quarkiverse.binds.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures the costs of binds at the start: starts the packaged plain application and the one with binds in turn, on
 * embedded databases, and prints the times that Quarkus reports and the CPU time of the processes. The goal is a ratio of
 * at most 1.05.
 * <p>
 * Run it after {@code mvn package}:
 *
 * <pre>
 * java -cp integration-tests/benchmark/runner/target/classes io.quarkiverse.binds.benchmark.StartCost [starts of each]
 * </pre>
 */
public final class StartCost {

    private StartCost() {
    }

    private record Start(double seconds, double cpuSeconds) {
    }

    public static void main(String[] args) {
        int rounds = args.length == 0 ? 10 : Integer.parseInt(args[0]);
        Map<Application, List<Start>> starts = new EnumMap<>(Application.class);
        for (int round = -1; round < rounds; round++) {
            for (Application application : Application.values()) {
                Start start = start(application);
                if (round >= 0) { // the first start of each warms the caches of the file system
                    starts.computeIfAbsent(application, a -> new ArrayList<>()).add(start);
                }
            }
        }
        System.out.printf("%-8s %16s %16s%n", "", "start, median s", "CPU, median s");
        starts.forEach((application, measured) -> System.out.printf("%-8s %16.3f %16.3f%n", application.id(),
                median(measured, Start::seconds), median(measured, Start::cpuSeconds)));
        System.out.printf("%-8s %16.3f %16.3f%n", "ratio",
                ratio(starts, Start::seconds), ratio(starts, Start::cpuSeconds));
    }

    private static Start start(Application application) {
        try (ApplicationProcess process = ApplicationProcess.start(application.jar(), Map.of())) {
            return new Start(process.startSeconds(), process.cpu().toMillis() / 1000.0);
        }
    }

    private static double ratio(Map<Application, List<Start>> starts, ToDoubleFunction<Start> figure) {
        return median(starts.get(Application.BINDS), figure) / median(starts.get(Application.PLAIN), figure);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
