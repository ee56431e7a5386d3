package io.quarkiverse.binds;

import java.time.Instant;

/**
 * A script of a migration. Immutable.
 *
 * @param version the version; empty for a repeatable script, which has none
 * @param message the description in the name of its file, with spaces
 * @param appliedAt the time in the history; null if the script is not applied
 * @param state pending, applied, failed, or missing (applied, but the script is gone)
 * @since 0.1
 */
public record MigrationInfo(String version, String message, State state, Instant appliedAt) {

    /**
     * State of a script in a database.
     *
     * @since 0.1
     */
    public enum State {
        /** In the directory, not applied. */
        PENDING,
        /** Applied. */
        APPLIED,
        /** Applied in part: its statements failed, and the database has no transaction for them. */
        FAILED,
        /** Applied, but no longer in the directory. */
        MISSING
    }
}
