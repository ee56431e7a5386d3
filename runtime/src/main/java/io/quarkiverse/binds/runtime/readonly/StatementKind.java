package io.quarkiverse.binds.runtime.readonly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes statements that read from those that may write, by their words: a statement that is not known to read counts as
 * a write. A function that writes cannot be recognised.
 */
final class StatementKind {

    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "VALUES", "TABLE");
    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE");
    private static final Set<String> EXPLAINING = Set.of("EXPLAIN", "DESCRIBE", "DESC");
    /** The statements that EXPLAIN takes. */
    private static final Set<String> EXPLAINED = Set.of("SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE",
            "MERGE", "REPLACE", "EXECUTE", "CREATE", "DECLARE", "REFRESH", "CALL");
    /** Limits of a session, which Hibernate and applications set for a while. */
    private static final Set<String> LIMITS = Set.of("LOCK_TIMEOUT", "INNODB_LOCK_WAIT_TIMEOUT", "LOCK_WAIT_TIMEOUT",
            "STATEMENT_TIMEOUT", "MAX_EXECUTION_TIME", "MAX_STATEMENT_TIME");

    private StatementKind() {
    }

    /**
     * The first statement of the text that may write.
     *
     * @return its kind with the article, as in {@code an UPDATE}; null if all of them read
     */
    static String write(String sql, SqlSyntax syntax) {
        List<String> statement = new ArrayList<>();
        for (String token : SqlTokens.of(sql, syntax)) {
            if (!token.equals(";")) {
                statement.add(token);
                continue;
            }
            String write = writeOf(statement);
            if (write != null) {
                return write;
            }
            statement.clear();
        }
        return writeOf(statement);
    }

    private static String writeOf(List<String> tokens) {
        int first = firstWord(tokens);
        if (first < 0) {
            return null; // nothing to execute
        }
        String verb = tokens.get(first);
        if (QUERIES.contains(verb)) {
            return writeInQuery(tokens);
        }
        if (EXPLAINING.contains(verb)) {
            return writeExplained(verb, tokens);
        }
        return switch (verb) {
            case "SHOW" -> null;
            case "SET" -> isLimit(tokens.subList(first + 1, tokens.size())) ? null : "a SET";
            default -> article(verb);
        };
    }

    /** The first word, also after parentheses and after the braces of a JDBC escape. */
    private static int firstWord(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isWord(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWord(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }

    /** Finds INTO, and changes where a statement can begin: in a common table expression, after it, or in FINAL TABLE (...). */
    private static String writeInQuery(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("INTO") && !next(tokens, i).equals("@")) {
                return "a SELECT INTO";
            }
            String before = tokens.get(i - 1);
            if (CHANGES.contains(token) && (before.equals("(") || before.equals(")"))
                    && (isWord(next(tokens, i)) || next(tokens, i).equals(SqlTokens.QUOTED))) {
                return article(token);
            }
        }
        return null;
    }

    private static String next(List<String> tokens, int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1) : " ";
    }

    /** Finds an explained write: EXPLAIN executes its statement only with ANALYZE. */
    private static String writeExplained(String verb, List<String> tokens) {
        boolean analyzed = false;
        for (int i = 1; i < tokens.size(); i++) {
            String token = tokens.get(i);
            analyzed |= token.equals("ANALYZE") || token.equals("ANALYSE");
            if (analyzed && EXPLAINED.contains(token)) {
                String write = QUERIES.contains(token) ? writeInQuery(tokens.subList(i, tokens.size())) : article(token);
                return write == null ? null : "an EXPLAIN ANALYZE of " + write;
            }
        }
        return null;
    }

    /**
     * Whether it sets one limit of the session: {@code SET LOCAL lock_timeout = 5},
     * {@code SET @@session.innodb_lock_wait_timeout = 5}.
     */
    private static boolean isLimit(List<String> setting) {
        if (setting.contains(",")) {
            return false;
        }
        for (String token : setting) {
            if (isWord(token) && !token.equals("SESSION") && !token.equals("LOCAL")) {
                return LIMITS.contains(token);
            }
        }
        return false;
    }

    private static String article(String verb) {
        return ("AEIOU".indexOf(verb.charAt(0)) < 0 ? "a " : "an ") + verb;
    }
}
