package io.quarkiverse.binds.runtime.readonly;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The statements that need no transaction: single queries that neither change nor lock anything, nor depend on the session of
 * the connection. A query that calls a function which is not known to be free of effects counts as one that needs a
 * transaction, so that no write of a function is committed by itself. Thread-safe.
 */
public final class PlainReads {

    /** Number of remembered statements: more than those of Hibernate, for SQL with values in its text. */
    private static final int MAX_REMEMBERED = 2_000;

    private static final Set<String> VERBS = Set.of("SELECT", "WITH", "VALUES", "TABLE");

    /** Words of locks, of sequences, of limits and results of the session, and of results that do not go to the client. */
    private static final Set<String> EXCLUDED = Set.of("INTO", "LOCK", "LOCKS", "UPDLOCK", "XLOCK", "HOLDLOCK", "TABLOCK",
            "TABLOCKX", "PROCEDURE", "NEXTVAL", "CURRVAL", "SQL_CALC_FOUND_ROWS", "FINAL");

    private static final Set<String> LOCKED_FOR = Set.of("UPDATE", "SHARE", "NO", "KEY");

    /** Words that may stand before a parenthesis: keywords, types, and functions that only compute a value. */
    private static final Set<String> BEFORE_PARENTHESIS = Set
            .copyOf(List.of(("SELECT DISTINCT ALL ANY SOME EXISTS IN NOT AND OR"
                    + " WHERE FROM JOIN ON USING AS BY HAVING OVER FILTER GROUP WITHIN ORDER PARTITION UNION EXCEPT INTERSECT VALUES ROW"
                    + " ROWS CASE WHEN THEN ELSE LIKE BETWEEN IS LATERAL WITH RECURSIVE MATERIALIZED LIMIT OFFSET FETCH FIRST ONLY CAST"
                    + " CONVERT SETS CUBE ROLLUP GROUPING ESCAPE INTERVAL ARRAY SIMILAR ILIKE"
                    // types, with their length
                    + " CHAR CHARACTER VARCHAR NCHAR NVARCHAR TEXT BINARY VARBINARY VARYING DECIMAL NUMERIC FLOAT DOUBLE TIME TIMESTAMP"
                    + " DATETIME BIT INT INTEGER BIGINT SIGNED UNSIGNED ZONE"
                    // aggregates and window functions
                    + " COUNT SUM MIN MAX AVG EVERY BOOL_AND BOOL_OR BIT_AND BIT_OR BIT_XOR STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP"
                    + " VAR_SAMP CORR COVAR_POP COVAR_SAMP GROUP_CONCAT STRING_AGG LISTAGG ARRAY_AGG JSON_AGG JSONB_AGG JSON_ARRAYAGG"
                    + " JSON_OBJECTAGG PERCENTILE_CONT PERCENTILE_DISC MODE MEDIAN ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE"
                    + " LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE ANY_VALUE"
                    // conditions and comparisons
                    + " COALESCE NULLIF IF IFNULL NVL ISNULL GREATEST LEAST FIELD ELT DECODE"
                    // strings
                    + " LOWER UPPER LCASE UCASE INITCAP LENGTH CHAR_LENGTH CHARACTER_LENGTH OCTET_LENGTH BIT_LENGTH CONCAT CONCAT_WS SUBSTRING"
                    + " SUBSTR MID LEFT RIGHT TRIM LTRIM RTRIM BTRIM BOTH LEADING TRAILING LPAD RPAD REPLACE TRANSLATE REPEAT REVERSE SPACE"
                    + " LOCATE POSITION INSTR STRPOS OVERLAY SPLIT_PART SUBSTRING_INDEX ASCII CHR ORD HEX UNHEX TO_BASE64 FROM_BASE64"
                    + " ENCODE MD5 SHA SHA1 SHA2 SOUNDEX FORMAT REGEXP_LIKE REGEXP_REPLACE REGEXP_SUBSTR REGEXP_INSTR REGEXP_MATCH"
                    + " STRING_TO_ARRAY ARRAY_TO_STRING QUOTE COLLATE UUID GEN_RANDOM_UUID RANDOM_UUID BIN_TO_UUID UUID_TO_BIN"
                    // numbers
                    + " ABS SIGN CEIL CEILING FLOOR ROUND TRUNC TRUNCATE MOD POWER POW SQRT CBRT EXP LN LOG LOG2 LOG10 PI SIN COS TAN COT"
                    + " ASIN ACOS ATAN ATAN2 SINH COSH TANH DEGREES RADIANS RAND RANDOM BITAND BITOR BITXOR TO_NUMBER"
                    // dates and times
                    + " NOW CURDATE CURRENT_DATE CURTIME CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP SYSDATE UTC_DATE UTC_TIME"
                    + " UTC_TIMESTAMP CLOCK_TIMESTAMP STATEMENT_TIMESTAMP DATE YEAR QUARTER MONTH WEEK DAY HOUR MINUTE SECOND MICROSECOND"
                    + " DAYOFMONTH DAYOFWEEK DAYOFYEAR DAYNAME MONTHNAME WEEKDAY WEEKOFYEAR YEARWEEK LAST_DAY EXTRACT DATE_PART DATE_TRUNC"
                    + " DATEADD DATEDIFF TIMESTAMPADD TIMESTAMPDIFF DATE_ADD DATE_SUB ADDDATE SUBDATE ADDTIME SUBTIME TIMEDIFF DATE_FORMAT"
                    + " TIME_FORMAT STR_TO_DATE FROM_UNIXTIME UNIX_TIMESTAMP TO_CHAR TO_DATE TO_TIMESTAMP TO_DAYS FROM_DAYS MAKEDATE"
                    + " MAKETIME AGE MAKE_DATE MAKE_INTERVAL CONVERT_TZ"
                    // documents and arrays
                    + " JSON_VALUE JSON_QUERY JSON_EXISTS JSON_EXTRACT JSON_UNQUOTE JSON_CONTAINS JSON_CONTAINS_PATH JSON_KEYS JSON_LENGTH"
                    + " JSON_ARRAY JSON_OBJECT JSON_TABLE JSON_SEARCH JSON_TYPE JSON_BUILD_ARRAY JSON_BUILD_OBJECT JSONB_BUILD_ARRAY"
                    + " JSONB_BUILD_OBJECT JSON_ARRAY_LENGTH JSONB_ARRAY_LENGTH JSONB_PATH_QUERY JSONB_PATH_EXISTS TO_JSON TO_JSONB"
                    + " CARDINALITY ARRAY_LENGTH ARRAY_POSITION ARRAY_CONTAINS UNNEST MATCH AGAINST TO_TSVECTOR TO_TSQUERY"
                    + " PLAINTO_TSQUERY WEBSEARCH_TO_TSQUERY TS_RANK")
                    .split(" ")));

    private static final PlainReads MYSQL = new PlainReads(SqlSyntax.MYSQL, false);
    private static final PlainReads POSTGRESQL = new PlainReads(SqlSyntax.POSTGRESQL, true);
    private static final PlainReads H2 = new PlainReads(SqlSyntax.STANDARD, false);

    private final SqlSyntax syntax;
    private final boolean fetchesInTransactionOnly;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    private PlainReads(SqlSyntax syntax, boolean fetchesInTransactionOnly) {
        this.syntax = syntax;
        this.fetchesInTransactionOnly = fetchesInTransactionOnly;
    }

    /** @return null for a server whose SQL is not known well enough */
    public static PlainReads of(String kind) {
        return switch (kind) {
            case "mysql", "mariadb" -> MYSQL;
            case "postgresql" -> POSTGRESQL;
            case "h2" -> H2;
            default -> null;
        };
    }

    /** Whether the driver returns rows in portions only within a transaction. */
    boolean fetchesInTransactionOnly() {
        return fetchesInTransactionOnly;
    }

    boolean contains(String sql) {
        Boolean found = known.get(sql);
        if (found == null) {
            found = isPlainRead(sql);
            if (known.size() >= MAX_REMEMBERED) {
                known.clear();
            }
            known.put(sql, found);
        }
        return found;
    }

    int rememberedCount() {
        return known.size();
    }

    private boolean isPlainRead(String sql) {
        if (StatementKind.write(sql, syntax) != null) {
            return false;
        }
        List<String> tokens = SqlTokens.of(sql, syntax);
        int end = tokens.indexOf(";");
        if (end >= 0 && end < tokens.size() - 1) {
            return false;
        }
        int first = 0;
        while (first < tokens.size() && tokens.get(first).equals("(")) {
            first++;
        }
        if (first == tokens.size() || !VERBS.contains(tokens.get(first))) {
            return false;
        }
        for (int i = first; i < tokens.size(); i++) {
            if (!isPlain(tokens, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain(List<String> tokens, int i) {
        String token = tokens.get(i);
        String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
        if (EXCLUDED.contains(token) || token.equals("FOR") && LOCKED_FOR.contains(next)
                || next.equals("VALUE") && (token.equals("NEXT") || token.equals("PREVIOUS"))
                || token.equals("@") && syntax == SqlSyntax.MYSQL) {
            return false;
        }
        if (!next.equals("(")) {
            return true;
        }
        if (i > 0 && tokens.get(i - 1).equals(".")) {
            return false; // a function of a schema
        }
        return !token.equals(SqlTokens.QUOTED) && !Character.isJavaIdentifierStart(token.charAt(0))
                || BEFORE_PARENTHESIS.contains(token);
    }
}
