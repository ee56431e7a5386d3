package io.quarkiverse.binds.runtime.pagination;

import java.util.Locale;

/** Finds the order of a SQL query, which a count has no use for. */
final class SqlOrder {

    private final String sql;
    private int at;

    private SqlOrder(String sql) {
        this.sql = sql;
    }

    /**
     * Leaves out an {@code ORDER BY} at the end of the outermost query. It stays where it has parameters, which would be
     * missing from the statement, and where a clause follows that depends on the order or on which rows there are, such as
     * {@code LIMIT}.
     */
    static String removeFrom(String sql) {
        int order = new SqlOrder(sql).find();
        return order < 0 ? sql : sql.substring(0, order).stripTrailing();
    }

    /** @return the index of the clause, or -1 */
    private int find() {
        int depth = 0;
        int order = -1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"' || c == '`') {
                at = after(String.valueOf(c), at + 1);
            } else if (sql.startsWith("--", at) || c == '#' || sql.startsWith("/*", at)) {
                return -1; // a comment may hide a quote or a clause: not worth a parser
            } else if (Character.isJavaIdentifierStart(c)) {
                int start = at;
                String word = word();
                if (depth == 0 && word.equals("ORDER")) {
                    order = start;
                } else if (depth == 0 && endsOrder(word)) {
                    order = -1;
                }
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (order >= 0 && (c == '?' || c == ':' || c == ';' || c == '\\')) {
                    return -1;
                }
                at++;
            }
        }
        return order;
    }

    private static boolean endsOrder(String word) {
        return switch (word) {
            case "LIMIT", "OFFSET", "FETCH", "FOR", "UNION", "INTERSECT", "EXCEPT", "ROWS", "RANGE", "OPTION", "PROCEDURE",
                    "INTO" ->
                true;
            default -> false;
        };
    }

    private String word() {
        int start = at;
        while (at < sql.length() && Character.isJavaIdentifierPart(sql.charAt(at))) {
            at++;
        }
        return sql.substring(start, at).toUpperCase(Locale.ROOT);
    }

    private int after(String quote, int from) {
        int end = sql.indexOf(quote, from);
        return end < 0 ? sql.length() : end + 1;
    }
}
