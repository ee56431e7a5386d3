package io.quarkiverse.binds;

/**
 * Options of {@link Migrations#migrate}. Immutable.
 *
 * @param offline whether the entities are compared with the snapshot instead of the database
 * @param allowDestructive whether statements that lose data are active; without it they are comments in the script
 * @since 0.1
 */
public record MigrationOptions(boolean offline, boolean allowDestructive) {

    /** {@return options to compare with the database, and to write statements that lose data as comments} */
    public static MigrationOptions defaults() {
        return new MigrationOptions(false, false);
    }

    /** {@return a copy to compare with the snapshot} */
    public MigrationOptions asOffline() {
        return new MigrationOptions(true, allowDestructive);
    }

    /** {@return a copy to write statements that lose data as active statements} */
    public MigrationOptions withDestructive() {
        return new MigrationOptions(offline, true);
    }
}
