package io.quarkiverse.binds.runtime.migration.comparison;

import io.quarkiverse.binds.DatabaseTable;

/** Tells whether two expressions, of a default, generated column or check, mean the same to a database. */
@FunctionalInterface
public interface Expressions {

    /**
     * @param modelExpression as the entities have it
     * @param catalogExpression as the database writes it
     */
    boolean same(DatabaseTable table, String modelExpression, String catalogExpression);
}
