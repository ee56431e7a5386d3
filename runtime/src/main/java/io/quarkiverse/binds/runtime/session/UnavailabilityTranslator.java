package io.quarkiverse.binds.runtime.session;

import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * Translates the exceptions of Hibernate that have an unavailable or unknown database as their cause, of which there are many
 * kinds.
 */
public final class UnavailabilityTranslator {

    private UnavailabilityTranslator() {
    }

    /**
     * Returns the exception of this extension, or the thrown one; an exception into which the application has converted it is
     * left unchanged.
     */
    public static Throwable orElse(Throwable thrown) {
        if (thrown instanceof DatabaseUnavailableException) {
            return thrown;
        }
        for (Throwable t : Causes.of(thrown)) {
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
