package io.quarkiverse.binds.runtime.catalog;

import java.util.Locale;

/**
 * Queries for H2 from 2.0, whose joins of catalog tables take a time that grows with the square of their rows: so rows of two
 * tables are listed one after the other, and what one of them says of a constraint is told to its other rows by a window.
 */
final class H2Catalog {

    private static final String KEYS = """
            (SELECT table_name, constraint_name, column_name, ordinal_position,
                MAX(constraint_type) OVER (PARTITION BY table_name, constraint_name) AS type FROM (
              SELECT table_name, constraint_name, column_name, ordinal_position, NULL AS constraint_type
              FROM information_schema.key_column_usage WHERE table_schema = CURRENT_SCHEMA
              UNION ALL SELECT table_name, constraint_name, NULL, NULL, constraint_type
              FROM information_schema.table_constraints WHERE table_schema = CURRENT_SCHEMA))
            WHERE column_name IS NOT NULL AND type""";

    /**
     * The index of a unique constraint has the name of the constraint here, by which it is dropped; those that H2 has generated
     * for foreign keys come and go with them.
     */
    private static final String INDEXES = """
            SELECT table_name, index_name, is_unique,
              column_name || CASE WHEN direction = 'DESC' THEN ' desc' ELSE '' END, ordinal_position FROM (
              SELECT table_name, index_name, is_unique, column_name, direction, ordinal_position,
                MAX(generated) OVER (PARTITION BY table_name, index_name) AS generated FROM (
                SELECT table_name, index_name, is_unique, column_name, ordering_specification AS direction, ordinal_position,
                  NULL AS generated FROM information_schema.index_columns WHERE table_schema = CURRENT_SCHEMA
                UNION ALL SELECT table_name, index_name, NULL, NULL, NULL, NULL, CASE WHEN is_generated THEN 1 ELSE 0 END
                FROM information_schema.indexes WHERE table_schema = CURRENT_SCHEMA))
            WHERE column_name IS NOT NULL AND generated = 0
            UNION ALL SELECT table_name, constraint_name, TRUE, column_name, ordinal_position FROM %s LIKE 'UNIQUE%%'
            ORDER BY 1, 2, 5""".formatted(KEYS);

    static final CatalogQueries H2 = new CatalogQueries("""
            SELECT table_name, COALESCE(remarks, ''), NULL FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE' ORDER BY table_name""", """
            SELECT c.table_name, c.column_name, DATA_TYPE_SQL(c.table_schema, c.table_name, 'TABLE', c.dtd_identifier),
              c.is_nullable = 'YES', c.column_default, c.generation_expression, c.is_identity = 'YES',
              COALESCE(c.remarks, ''), NULL, ''
            FROM information_schema.columns c WHERE c.table_schema = CURRENT_SCHEMA
            ORDER BY c.table_name, c.ordinal_position""", """
            SELECT table_name, column_name FROM %s = 'PRIMARY KEY' ORDER BY table_name, ordinal_position""".formatted(KEYS),
            INDEXES,
            """
                    SELECT k.table_name, k.constraint_name, k.column_name, u.table_name, u.column_name, r.delete_rule, r.update_rule
                    FROM information_schema.referential_constraints r
                      JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
                      JOIN information_schema.key_column_usage u ON u.constraint_schema = r.unique_constraint_schema
                        AND u.constraint_name = r.unique_constraint_name AND u.ordinal_position = k.position_in_unique_constraint
                    WHERE k.table_schema = CURRENT_SCHEMA ORDER BY k.table_name, k.constraint_name, k.ordinal_position""",
            """
                    SELECT table_name, constraint_name, check_clause FROM (
                      SELECT constraint_name, check_clause, MAX(table_name) OVER (PARTITION BY constraint_name) AS table_name FROM (
                        SELECT constraint_name, check_clause, NULL AS table_name FROM information_schema.check_constraints
                        WHERE constraint_schema = CURRENT_SCHEMA
                        UNION ALL SELECT constraint_name, NULL, table_name FROM information_schema.table_constraints
                        WHERE table_schema = CURRENT_SCHEMA AND constraint_type = 'CHECK'))
                    WHERE check_clause IS NOT NULL AND table_name IS NOT NULL ORDER BY table_name, constraint_name""",
            """
                    SELECT sequence_name, start_value, increment FROM information_schema.sequences
                    WHERE sequence_schema = CURRENT_SCHEMA ORDER BY sequence_name""", null, new Words());

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
