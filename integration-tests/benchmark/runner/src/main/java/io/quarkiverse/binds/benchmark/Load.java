package io.quarkiverse.binds.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arguments of {@link Throughput}, each as {@code name=value}.
 *
 * @param seconds time for each application and endpoint
 * @param warmUp longest time of each application and endpoint to warm up, in seconds
 * @param clients number of clients that send requests at a time
 * @param endpoints endpoints to load
 * @param pool properties of each application for the size of its pools; empty for the default, which is 15 in both
 * @param recordings directory for a recording of JFR of each application, or null
 */
record Load(int seconds, int warmUp, int clients, Set<Endpoint> endpoints, Map<Application, Map<String, String>> pool,
        Path recordings) {

    /** @throws IllegalArgumentException for an unknown argument */
    static Load of(String... arguments) {
        Load load = new Load(10, 20, 16, EnumSet.allOf(Endpoint.class), Map.of(), null);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            load = load.with(argument.substring(0, Math.max(0, equals)), argument.substring(equals + 1));
        }
        return load;
    }

    private Load with(String name, String value) {
        return switch (name) {
            case "seconds" -> new Load(Integer.parseInt(value), warmUp, clients, endpoints, pool, recordings);
            case "warm-up" -> new Load(seconds, Integer.parseInt(value), clients, endpoints, pool, recordings);
            case "clients" -> new Load(seconds, warmUp, Integer.parseInt(value), endpoints, pool, recordings);
            case "endpoints" -> new Load(seconds, warmUp, clients, Arrays.stream(value.split(","))
                    .map(each -> Endpoint.valueOf(each.toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Endpoint.class))), pool, recordings);
            case "pool" -> new Load(seconds, warmUp, clients, endpoints, pools(value), recordings);
            case "recordings" -> new Load(seconds, warmUp, clients, endpoints, pool, Path.of(value).toAbsolutePath());
            default ->
                throw new IllegalArgumentException("'" + name + "' is no argument: use seconds=, warm-up=, clients=, endpoints="
                        + " with some of " + Arrays.toString(Endpoint.values()) + ", pool=size+overflow, recordings=directory");
        };
    }

    /** @param value size and overflow of each pool, as in {@code 2+1} */
    private static Map<Application, Map<String, String>> pools(String value) {
        String[] parts = value.split("\\+");
        int size = Integer.parseInt(parts[0]);
        int overflow = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
        return Arrays.stream(Application.values())
                .collect(Collectors.toMap(each -> each, each -> each.pools(size, overflow)));
    }

    Map<String, String> properties(Application application) {
        return new HashMap<>(pool.getOrDefault(application, Map.of()));
    }

    List<String> options(Application application) {
        return recordings == null ? List.of()
                : List.of("-XX:StartFlightRecording:settings=profile,jdk.ExecutionSample#period=2ms,filename="
                        + recordings.resolve(application.id() + ".jfr"));
    }
}
