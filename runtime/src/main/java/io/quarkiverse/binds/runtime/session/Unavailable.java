package io.quarkiverse.binds.runtime.session;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Finds out whether work failed since no connection could be had, or since there is no such database, which Hibernate says in
 * many ways.
 */
public final class Unavailable {

    private Unavailable() {
    }

    /** The exception that says so, or what was thrown. An answer or exception that the application made of it is its own. */
    public static Throwable orElse(Throwable thrown) {
        if (thrown instanceof DatabaseUnavailableException) {
            return thrown;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            if (t instanceof NoConnectionException none) {
                return new DatabaseUnavailableException(none.bind(), none.getMessage(), thrown);
            }
            if (t instanceof UnknownDatabaseException) {
                return t;
            }
            if (!isOfPersistence(t)) {
                return thrown;
            }
        }
        return thrown;
    }

    private static boolean isOfPersistence(Throwable t) {
        return t instanceof jakarta.persistence.PersistenceException || t instanceof java.sql.SQLException;
    }
}
