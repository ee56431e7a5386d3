package io.quarkiverse.binds.runtime.health;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.Unavailability;
import io.quarkiverse.binds.runtime.pool.BindPools;

/**
 * Asks the server of a bind with one database whether it answers. A pool in full use is up, and shown: taking the application
 * from its users would only move them to other instances, whose pools fill up next. Thread-safe.
 */
final class DatabaseHealth implements Supplier<HealthCheckResponse> {

    private final String name;
    private final String bind;
    private final AgroalDataSource dataSource;
    private final BindPools pools;

    DatabaseHealth(String name, String bind, AgroalDataSource dataSource, BindPools pools) {
        this.name = name;
        this.bind = bind;
        this.dataSource = dataSource;
        this.pools = pools;
    }

    @Override
    public HealthCheckResponse get() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name);
        try {
            if (dataSource.isHealthy(false)) {
                response.up();
            } else {
                response.down().withData("cause", Unavailability.NO_ANSWER.text());
            }
        } catch (SQLException e) {
            // the datasource has hidden URL and user, unless quarkus.binds.health.details is set
            response.down().withData("cause", Unavailability.of(e).text()).withData("reason", e.getMessage());
        }
        fullPool().ifPresent(full -> response.withData("pool", full));
        return response.build();
    }

    private Optional<String> fullPool() {
        return pools.statsIfMade(bind).filter(stats -> stats.active() >= stats.size() + stats.maxOverflow())
                .map(DatabaseHealth::text);
    }

    private static String text(PoolStats stats) {
        return "all " + stats.active() + " connections are in use, " + stats.waiting() + " threads wait for one";
    }
}
