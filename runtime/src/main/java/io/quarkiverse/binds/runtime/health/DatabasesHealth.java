package io.quarkiverse.binds.runtime.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;
import io.quarkiverse.binds.runtime.failure.Unavailability;

/**
 * Reports the databases that a bind has opened on the fly, as of their last use or ping. It is never down: one unavailable
 * database must not take the application from the users of the others. For the same reason it does not wait for the pings,
 * which begin with each answer and show in the next. Thread-safe.
 */
final class DatabasesHealth implements Supplier<HealthCheckResponse> {

    /** Maximum of databases in an answer, so that its size is bounded; those that are down come first. */
    static final int MAX_LISTED = 100;

    private static final String UP = "UP";
    private static final String DOWN = "DOWN: ";

    private final String name;
    private final String bind;
    private final DatabaseStates states;
    private final HealthThreads threads;
    private final boolean details;

    /**
     * @param details whether keys and reasons are reported, not only numbers and causes
     */
    DatabasesHealth(String name, String bind, DatabaseStates states, HealthThreads threads, boolean details) {
        this.name = name;
        this.bind = bind;
        this.states = states;
        this.threads = threads;
        this.details = details;
    }

    @Override
    public HealthCheckResponse get() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name).up();
        Map<String, Optional<Throwable>> databases = states.failures(bind);
        threads.ping(states.pings(bind));
        if (details) {
            list(response, databases);
        } else {
            count(response, databases);
        }
        return response.build();
    }

    private static void list(HealthCheckResponseBuilder response, Map<String, Optional<Throwable>> databases) {
        databases.entrySet().stream()
                .sorted((a, b) -> Boolean.compare(b.getValue().isPresent(), a.getValue().isPresent()))
                .limit(MAX_LISTED)
                .forEach(database -> response.withData(database.getKey(),
                        database.getValue().map(DatabasesHealth::reason).map(DOWN::concat).orElse(UP)));
        if (databases.size() > MAX_LISTED) {
            response.withData("(not listed)", databases.size() - MAX_LISTED);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static void count(HealthCheckResponseBuilder response, Map<String, Optional<Throwable>> databases) {
        Map<String, Long> causes = databases.values().stream().flatMap(Optional::stream)
                .collect(Collectors.groupingBy(failure -> Unavailability.of(failure).text(), TreeMap::new,
                        Collectors.counting()));
        long down = causes.values().stream().mapToLong(Long::longValue).sum();
        response.withData("up", databases.size() - down).withData("down", down);
        causes.forEach((cause, number) -> response.withData("down: " + cause, number));
    }
}
