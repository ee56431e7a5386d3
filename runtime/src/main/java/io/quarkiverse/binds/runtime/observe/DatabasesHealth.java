package io.quarkiverse.binds.runtime.observe;

import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.DatabaseStates;

/**
 * Shows the databases that a bind has opened on the fly. It is never down: who uses the others is not to lose them for one that
 * is not well. No server is asked, so a server that does not answer does not keep the check from answering. Thread-safe.
 */
final class DatabasesHealth implements HealthCheck {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN: ";

    private final String bind;
    private final DatabaseStates states;

    DatabasesHealth(String bind, DatabaseStates states) {
        this.bind = bind;
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Databases of " + BindNames.display(bind)).up();
        for (Map.Entry<String, Optional<String>> database : states.of(bind).entrySet()) {
            response.withData(database.getKey(), database.getValue().map(DOWN::concat).orElse(UP));
        }
        return response.build();
    }
}
