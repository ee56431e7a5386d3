package io.quarkiverse.binds;

/**
 * Leaves tables of the entities out of migrations, such as those that another application owns. Implement it as a bean of the
 * application: a table is left out if a bean refuses it. The key {@code quarkus.binds.migrations.exclude} does the same by
 * patterns. Called by any thread.
 *
 * @since 0.1
 */
public interface MigrationFilter {

    /**
     * Decides about a table. Called for each table and sequence of each comparison.
     *
     * @param bind name of the bind
     * @param table name of a table or sequence
     * @return whether changes of the table become statements of scripts
     */
    boolean includes(String bind, String table);
}
