package io.quarkiverse.binds;

/**
 * Leaves tables of the entities out of migrations, such as those that another application owns. Each CDI bean of this type is
 * asked, and one that refuses is enough; the key {@code quarkus.binds.migrations.exclude} does the same by patterns. Called by
 * any thread.
 *
 * @since 0.1
 */
public interface MigrationFilter {

    /**
     * @param bind name of the bind
     * @param table name of a table or sequence
     * @return whether changes of the table become statements of scripts
     */
    boolean includes(String bind, String table);
}
