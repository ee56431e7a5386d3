package io.quarkiverse.binds.runtime.session;

import java.util.function.Supplier;

import io.quarkiverse.binds.runtime.config.QueriesRuntimeConfig;
import io.quarkiverse.binds.runtime.recording.QueryLog;
import io.quarkus.runtime.LaunchMode;

/** Makes the logs of the statements of units of work. Thread-safe. */
final class QueryLogs {

    /** Far more than a page needs that fetches its associations, and fewer than the rows of a page. */
    private static final int REPEATED_IN_DEV_MODE = 10;

    private final int max;
    private final int repeated;
    private final RepeatedStatements hints;

    private QueryLogs(int max, int repeated, RepeatedStatements hints) {
        this.max = max;
        this.repeated = repeated;
        this.hints = hints;
    }

    static QueryLogs of(QueriesRuntimeConfig config, PersistenceUnits persistenceUnits) {
        int repeated = config.repeated().orElse(LaunchMode.current() == LaunchMode.DEVELOPMENT ? REPEATED_IN_DEV_MODE : 0);
        return new QueryLogs(config.maxRecorded(), repeated, new RepeatedStatements(persistenceUnits, repeated));
    }

    /** @param unitOfWork its name, for messages */
    QueryLog create(Supplier<String> unitOfWork) {
        return new QueryLog(max, repeated, query -> hints.warn(unitOfWork.get(), query));
    }
}
