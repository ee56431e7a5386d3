package io.quarkiverse.binds;

import java.time.Instant;

/**
 * A script of a migration.
 *
 * @param appliedAt null if the script is not applied
 * @param state pending, applied, failed, or missing (applied, but the script is gone)
 */
public record MigrationInfo(String version, String message, State state, Instant appliedAt) {

    /** State of a script in a database. */
    public enum State {
        PENDING,
        APPLIED,
        FAILED,
        MISSING
    }
}
