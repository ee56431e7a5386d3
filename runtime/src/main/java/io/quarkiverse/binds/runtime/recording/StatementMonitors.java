package io.quarkiverse.binds.runtime.recording;

import java.util.List;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.runtime.config.QueriesRuntimeConfig;
import io.quarkiverse.binds.runtime.config.QuerySettings;
import io.quarkiverse.binds.runtime.masking.SensitiveColumns;
import io.quarkus.runtime.LaunchMode;

/** Makes the monitors of pools. Thread-safe. */
@Singleton
public class StatementMonitors {

    private final CallerLocator callers;
    private final QueriesRuntimeConfig config;
    private final ParameterMask mask;
    private final boolean keepsCallers;

    StatementMonitors(CallerLocator callers, SensitiveColumns sensitive, QueriesRuntimeConfig config) {
        this.callers = callers;
        this.config = config;
        this.keepsCallers = config.callers().orElse(LaunchMode.current() != LaunchMode.NORMAL);
        this.mask = new ParameterMask(config.masked().orElse(List.of()), sensitive.names());
    }

    /**
     * @param database the key of the database in a dynamic bind; otherwise null
     * @param logs finds the log of the unit of work that the calling thread is in; null if there is none
     * @return null if nothing is to be monitored
     */
    public StatementMonitor of(String bind, String database, Supplier<QueryLog> logs) {
        QuerySettings settings = QuerySettings.of(bind);
        if (!settings.isAnyOn() && !config.serverTiming()) {
            return null;
        }
        return new StatementMonitor(bind, database, settings, config.serverTiming(), callers, keepsCallers, mask, logs);
    }
}
