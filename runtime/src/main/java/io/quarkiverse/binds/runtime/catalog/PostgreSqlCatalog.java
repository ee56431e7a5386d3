package io.quarkiverse.binds.runtime.catalog;

/** Queries for PostgreSQL from 12. */
final class PostgreSqlCatalog {

    private static final String OF_THIS_SCHEMA = "c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')";

    private static final String ACTION = "CASE %s WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'"
            + " WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END";

    static final CatalogQueries POSTGRESQL = new CatalogQueries("""
            SELECT c.relname, COALESCE(obj_description(c.oid, 'pg_class'), ''), NULL FROM pg_class c WHERE %s
            ORDER BY c.relname"""
            .formatted(OF_THIS_SCHEMA), """
                    SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
                      CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END,
                      CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END,
                      a.attidentity <> '', COALESCE(col_description(c.oid, a.attnum), ''),
                      CASE WHEN a.attcollation <> t.typcollation THEN o.collname END, ''
                    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                      JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_collation o ON o.oid = a.attcollation
                      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                    WHERE %s ORDER BY c.relname, a.attnum""".formatted(OF_THIS_SCHEMA), """
                    SELECT c.relname, a.attname FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
                      CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS p (num, pos)
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.num
                    WHERE %s ORDER BY c.relname, p.pos""".formatted(OF_THIS_SCHEMA), """
                    SELECT c.relname, ic.relname, i.indisunique, COALESCE(a.attname, pg_get_indexdef(i.indexrelid, p.pos, true))
                      || CASE i.indoption[p.pos - 1] WHEN 0 THEN '' WHEN 1 THEN ' desc nulls last' WHEN 2 THEN ' nulls first'
                        ELSE ' desc' END
                    FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND NOT i.indisprimary
                      JOIN pg_class ic ON ic.oid = i.indexrelid CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS p (pos)
                      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[p.pos - 1] AND a.attnum > 0
                    WHERE %s ORDER BY c.relname, ic.relname, p.pos""".formatted(OF_THIS_SCHEMA),
            """
                    SELECT c.relname, k.conname, a.attname, rc.relname, ra.attname, %s, %s
                    FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
                      JOIN pg_class rc ON rc.oid = k.confrelid
                      CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p (num, rnum, pos)
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.num
                      JOIN pg_attribute ra ON ra.attrelid = rc.oid AND ra.attnum = p.rnum
                    WHERE %s ORDER BY c.relname, k.conname, p.pos"""
                    .formatted(ACTION.formatted("k.confdeltype"), ACTION.formatted("k.confupdtype"), OF_THIS_SCHEMA),
            """
                    SELECT c.relname, k.conname, pg_get_expr(k.conbin, k.conrelid)
                    FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'c'
                    WHERE %s ORDER BY c.relname, k.conname""".formatted(OF_THIS_SCHEMA),
            """
                    SELECT c.relname, s.seqstart, s.seqincrement FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
                    WHERE c.relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_depend d
                      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0)
                    ORDER BY c.relname""",
            """
                    SELECT t.typname, e.enumlabel FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
                    WHERE t.typnamespace = current_schema()::regnamespace ORDER BY t.typname, e.enumsortorder""",
            new CatalogWords());

    private PostgreSqlCatalog() {
    }
}
