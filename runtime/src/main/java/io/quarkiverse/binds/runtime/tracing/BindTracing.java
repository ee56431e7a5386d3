package io.quarkiverse.binds.runtime.tracing;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkiverse.binds.runtime.pool.DataSourceTracing;
import io.quarkiverse.binds.runtime.pool.PoolName;
import io.quarkus.agroal.runtime.OpenTelemetryAgroalDataSource;

/**
 * Replaces the datasource with which Quarkus traces the statements of a bind with one whose spans name the bind. Thread-safe.
 */
@Singleton
public class BindTracing implements DataSourceTracing {

    private final OpenTelemetry openTelemetry;

    BindTracing(OpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
    }

    @Override
    public AgroalDataSource ofBind(AgroalDataSource made, PoolName name) {
        return made instanceof OpenTelemetryAgroalDataSource
                ? new TracedAgroalDataSource(made, openTelemetry, name)
                : made;
    }
}
