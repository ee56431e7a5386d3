package io.quarkiverse.binds.runtime.health;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;

/**
 * Reports the databases that a bind has opened on the fly. It is never down: one unavailable database must not take the
 * application from the users of the others. No server is asked, so one that does not answer does not delay the check.
 * Thread-safe.
 */
final class DatabasesHealth implements HealthCheck {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN: ";

    private final String bind;
    private final DatabaseStates states;
    private final boolean details;

    /**
     * @param details whether keys and reasons are reported, not only the number of databases
     */
    DatabasesHealth(String bind, DatabaseStates states, boolean details) {
        this.details = details;
        this.bind = bind;
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Databases of " + BindNames.display(bind)).up();
        Map<String, Optional<String>> databases = states.of(bind);
        if (details) {
            databases.forEach((key, down) -> response.withData(key, down.map(DOWN::concat).orElse(UP)));
        } else {
            long down = databases.values().stream().filter(Optional::isPresent).count();
            response.withData("up", databases.size() - down).withData("down", down);
        }
        return response.build();
    }
}
