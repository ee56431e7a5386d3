package io.quarkiverse.binds.runtime.recording;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.QuerySettings;

/** Records and logs the statements of the connections of one pool. Thread-safe. */
public final class StatementMonitor implements Executions {

    private static final Logger SQL = Logger.getLogger("io.quarkiverse.binds.sql");
    private static final Logger SLOW = Logger.getLogger("io.quarkiverse.binds.slow");

    private final String bind;
    private final String database;
    private final QuerySettings settings;
    private final long slowNanos;
    private final boolean counts;
    private final CallerLocator callers;
    private final boolean keepsCallers;
    private final ParameterMask mask;
    private final Supplier<QueryLog> logs;

    StatementMonitor(String bind, String database, QuerySettings settings, boolean counts, CallerLocator callers,
            boolean keepsCallers, ParameterMask mask, Supplier<QueryLog> logs) {
        this.bind = bind;
        this.database = database;
        this.settings = settings;
        this.slowNanos = settings.slow().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        this.counts = counts;
        this.callers = callers;
        this.keepsCallers = keepsCallers;
        this.mask = mask;
        this.logs = logs;
    }

    /** Wraps a connection that is lent to the calling thread. */
    public Connection wrap(Connection connection) {
        QueryLog log = settings.record() || counts ? logs.get() : null;
        return log == null && !settings.echo() && slowNanos == Long.MAX_VALUE ? connection
                : new RecordingConnection(connection, this, log);
    }

    @Override
    public boolean keepsParameters(QueryLog log) {
        return log != null && settings.record();
    }

    @Override
    public ExecutedStatement executed(QueryLog log, String sql, List<Object> parameters, int batchSize, long nanos,
            Throwable failure) {
        if (settings.echo()) {
            SQL.infof("%s: %s: %s", name(), millis(nanos), sql);
        }
        boolean slow = nanos >= slowNanos;
        boolean records = keepsParameters(log);
        CallerLocator.Stack stack = slow || records && keepsCallers ? new CallerLocator.Stack() : null;
        if (slow) {
            SLOW.warnf("A statement of %s took %s (%s=%s) at %s: %s", display(), millis(nanos),
                    BindKey.property(bind, QuerySettings.SLOW_QUERY), millis(slowNanos), callers.locate(stack), sql);
        }
        if (log != null && counts) {
            log.count(bind, nanos);
        }
        if (!records) {
            return null;
        }
        ExecutedStatement executed = new ExecutedStatement(bind, database, sql, mask.apply(sql, parameters), batchSize,
                Instant.now().minusNanos(nanos), nanos, callers, stack, failure == null ? null : failure.getClass().getName());
        log.add(executed, sql);
        return executed;
    }

    private String name() {
        return (BindNames.isDefault(bind) ? "default" : bind) + (database == null ? "" : "/" + database);
    }

    private String display() {
        return database == null ? BindNames.display(bind) : "database '" + database + "' of " + BindNames.display(bind);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
