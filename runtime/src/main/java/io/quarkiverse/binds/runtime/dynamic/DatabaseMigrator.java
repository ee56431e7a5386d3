package io.quarkiverse.binds.runtime.dynamic;

import javax.sql.DataSource;

/** Applies the scripts of migrations to a database that is being opened, for {@code schema=migrate}. Thread-safe. */
public interface DatabaseMigrator {

    /**
     * Applies the scripts that the database lacks.
     *
     * @param database gives up to two connections at a time
     * @throws RuntimeException with the reason
     */
    void migrate(String bind, DataSource database);
}
