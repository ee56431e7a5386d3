package io.quarkiverse.binds;

/**
 * Options of {@link Migrations#migrate}. Immutable.
 *
 * @param offline whether the entities are compared with the snapshot instead of the database
 * @param allowDestructive whether statements that lose data are active; without it they are comments in the script
 * @since 0.1
 */
public record MigrationOptions(boolean offline, boolean allowDestructive) {

    /** Compares with the database; statements that lose data are comments. */
    public static MigrationOptions defaults() {
        return new MigrationOptions(false, false);
    }

    /** Compares with the snapshot. */
    public MigrationOptions asOffline() {
        return new MigrationOptions(true, allowDestructive);
    }

    /** Makes statements active that lose data. */
    public MigrationOptions withDestructive() {
        return new MigrationOptions(offline, true);
    }
}
