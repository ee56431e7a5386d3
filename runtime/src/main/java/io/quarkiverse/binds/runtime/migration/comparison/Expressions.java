package io.quarkiverse.binds.runtime.migration.comparison;

import io.quarkiverse.binds.DatabaseTable;

/** Tells whether two expressions, of a default, generated column or check, mean the same to a database. */
@FunctionalInterface
public interface Expressions {

    /** Ignores quotes of identifiers, parentheses around the whole, white space and, outside of literals, case. */
    Expressions TEXTUAL = (table, model, catalog) -> SqlWords.normalized(model).equals(SqlWords.normalized(catalog));

    /**
     * @param modelExpression as the entities have it
     * @param catalogExpression as the database writes it
     */
    boolean same(DatabaseTable table, String modelExpression, String catalogExpression);
}
