package io.quarkiverse.binds.runtime.catalog;

import java.util.Locale;

/** Queries for H2 from 2.0. */
final class H2Catalog {

    /**
     * The index of a unique constraint has the name of the constraint here, by which it is dropped; those that H2 has generated
     * for foreign keys come and go with them.
     */
    private static final String INDEXES = """
            SELECT i.table_name, i.index_name, i.index_type_name LIKE 'UNIQUE%' AS is_unique,
              c.column_name || CASE WHEN c.ordering_specification = 'DESC' THEN ' desc' ELSE '' END, c.ordinal_position
            FROM information_schema.indexes i JOIN information_schema.index_columns c USING (index_schema, index_name)
            WHERE i.table_schema = CURRENT_SCHEMA AND NOT i.is_generated
            UNION ALL
            SELECT k.table_name, k.constraint_name, TRUE, k.column_name, k.ordinal_position
            FROM information_schema.key_column_usage k
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE k.table_schema = CURRENT_SCHEMA AND t.constraint_type LIKE 'UNIQUE%'
            ORDER BY 1, 2, 5""";

    static final CatalogQueries H2 = new CatalogQueries("""
            SELECT table_name, COALESCE(remarks, '') FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE' ORDER BY table_name""", """
            SELECT c.table_name, c.column_name, DATA_TYPE_SQL(c.table_schema, c.table_name, 'TABLE', c.dtd_identifier),
              c.is_nullable = 'YES', c.column_default, c.generation_expression, c.is_identity = 'YES',
              COALESCE(c.remarks, ''), NULL, ''
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE'
            ORDER BY c.table_name, c.ordinal_position""", """
            SELECT k.table_name, k.column_name FROM information_schema.key_column_usage k
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE k.table_schema = CURRENT_SCHEMA AND t.constraint_type = 'PRIMARY KEY'
            ORDER BY k.table_name, k.ordinal_position""", INDEXES, """
            SELECT k.table_name, k.constraint_name, k.column_name, u.table_name, u.column_name, r.delete_rule, r.update_rule
            FROM information_schema.referential_constraints r
              JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
              JOIN information_schema.key_column_usage u ON u.constraint_schema = r.unique_constraint_schema
                AND u.constraint_name = r.unique_constraint_name AND u.ordinal_position = k.position_in_unique_constraint
            WHERE k.table_schema = CURRENT_SCHEMA ORDER BY k.table_name, k.constraint_name, k.ordinal_position""", """
            SELECT t.table_name, t.constraint_name, c.check_clause FROM information_schema.check_constraints c
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE t.table_schema = CURRENT_SCHEMA AND t.constraint_type = 'CHECK'
            ORDER BY t.table_name, t.constraint_name""", """
            SELECT sequence_name, start_value, increment FROM information_schema.sequences
            WHERE sequence_schema = CURRENT_SCHEMA ORDER BY sequence_name""", new Words());

    private H2Catalog() {
    }

    private static final class Words extends CatalogWords {

        /** H2 writes types in upper case; the values of an enum keep theirs. */
        @Override
        String type(String type) {
            return type.startsWith("ENUM") ? "enum" + type.substring("ENUM".length()) : type.toLowerCase(Locale.ROOT);
        }
    }
}
