package io.quarkiverse.binds.runtime.catalog;

/** Queries for MySQL from 8.0.16 and for MariaDB from 10.3, whose catalogs differ in a few columns. */
final class MySqlCatalog {

    private static final String TABLES = """
            SELECT table_name, table_comment, table_collation FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_name""";

    /** MariaDB writes a missing default of a nullable column as the word NULL; a default of that text would be in quotes. */
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.column_type, c.is_nullable = 'YES',
              %s, CONCAT(NULLIF(c.generation_expression, ''), CASE WHEN c.extra LIKE '%%VIRTUAL%%' THEN ' virtual' ELSE '' END), c.extra LIKE '%%auto_increment%%', c.column_comment,
              c.collation_name, c.extra
            FROM information_schema.columns c WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position""";

    private static final String PRIMARY_KEYS = """
            SELECT table_name, column_name FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' ORDER BY table_name, seq_in_index""";

    private static final String INDEXES = """
            SELECT table_name, index_name, non_unique = 0, CONCAT(%s, COALESCE(CONCAT('(', sub_part, ')'), ''),
              CASE WHEN collation = 'D' THEN ' desc' ELSE '' END) FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' ORDER BY table_name, index_name, seq_in_index""";

    private static final String FOREIGN_KEYS = """
            SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,
              r.delete_rule, r.update_rule
            FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
              AND r.table_name = k.table_name
            WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
            ORDER BY k.table_name, k.constraint_name, k.ordinal_position""";

    static final CatalogQueries MYSQL = new CatalogQueries(TABLES, COLUMNS.formatted("c.column_default"), PRIMARY_KEYS,
            INDEXES.formatted("COALESCE(column_name, CONCAT('(', expression, ')'))"), FOREIGN_KEYS, """
                    SELECT /*+ NO_MERGE(t) NO_MERGE(c) */ t.table_name, t.constraint_name, c.check_clause
                    FROM (SELECT table_name, constraint_name FROM information_schema.table_constraints
                        WHERE table_schema = DATABASE() AND constraint_type = 'CHECK') t
                      JOIN (SELECT constraint_name, check_clause FROM information_schema.check_constraints
                        WHERE constraint_schema = DATABASE()) c USING (constraint_name)
                    ORDER BY t.table_name, t.constraint_name""", null, null, new MySqlWords(false));

    static final CatalogQueries MARIADB = new CatalogQueries(TABLES,
            COLUMNS.formatted("NULLIF(c.column_default, 'NULL')"), PRIMARY_KEYS, INDEXES.formatted("column_name"), FOREIGN_KEYS,
            """
                    SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints
                    WHERE constraint_schema = DATABASE() ORDER BY table_name, constraint_name""",
            """
                    SELECT table_name FROM information_schema.tables
                    WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE' ORDER BY table_name""",
            null, new MySqlWords(true));

    private MySqlCatalog() {
    }
}
