package io.quarkiverse.binds.runtime.catalog;

/** Queries for H2 from 2.0. */
final class H2Catalog {

    /**
     * The catalog has length, precision and scale in columns of their own. With DATABASE_TO_LOWER the type is in lower case.
     */
    private static final String TYPE = """
            c.data_type || CASE
              WHEN UPPER(c.data_type) IN ('CHARACTER VARYING', 'CHARACTER', 'BINARY VARYING', 'BINARY')
                THEN '(' || c.character_maximum_length || ')'
              WHEN UPPER(c.data_type) IN ('NUMERIC', 'DECFLOAT')
                THEN '(' || c.numeric_precision || ', ' || COALESCE(c.numeric_scale, 0) || ')'
              WHEN c.datetime_precision IS NOT NULL AND UPPER(c.data_type) <> 'DATE' THEN '(' || c.datetime_precision || ')'
              ELSE '' END""";

    static final CatalogQueries H2 = new CatalogQueries("""
            SELECT table_name, COALESCE(remarks, '') FROM information_schema.tables
            WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE' ORDER BY table_name""", """
            SELECT c.table_name, c.column_name, %s, c.is_nullable = 'YES', c.column_default, c.generation_expression,
              c.is_identity = 'YES', COALESCE(c.remarks, '')
            FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
            WHERE c.table_schema = CURRENT_SCHEMA AND t.table_type = 'BASE TABLE'
            ORDER BY c.table_name, c.ordinal_position""".formatted(TYPE), """
            SELECT k.table_name, k.column_name FROM information_schema.key_column_usage k
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE k.table_schema = CURRENT_SCHEMA AND t.constraint_type = 'PRIMARY KEY'
            ORDER BY k.table_name, k.ordinal_position""", """
            SELECT i.table_name, i.index_name, i.index_type_name LIKE 'UNIQUE%', c.column_name FROM information_schema.indexes i
              JOIN information_schema.index_columns c USING (index_schema, index_name)
            WHERE i.table_schema = CURRENT_SCHEMA AND i.index_type_name <> 'PRIMARY KEY'
            ORDER BY i.table_name, i.index_name, c.ordinal_position""", """
            SELECT k.table_name, k.constraint_name, k.column_name, u.table_name, u.column_name, r.delete_rule, r.update_rule
            FROM information_schema.referential_constraints r
              JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
              JOIN information_schema.key_column_usage u ON u.constraint_schema = r.unique_constraint_schema
                AND u.constraint_name = r.unique_constraint_name AND u.ordinal_position = k.position_in_unique_constraint
            WHERE k.table_schema = CURRENT_SCHEMA ORDER BY k.table_name, k.constraint_name, k.ordinal_position""", """
            SELECT t.table_name, t.constraint_name, c.check_clause FROM information_schema.check_constraints c
              JOIN information_schema.table_constraints t USING (constraint_schema, constraint_name)
            WHERE t.table_schema = CURRENT_SCHEMA AND t.constraint_type = 'CHECK'
            ORDER BY t.table_name, t.constraint_name""");

    private H2Catalog() {
    }
}
