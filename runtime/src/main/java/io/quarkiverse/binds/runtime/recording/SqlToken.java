package io.quarkiverse.binds.runtime.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a statement: a name or word in lower case, a placeholder or another character. Strings and comments are left out.
 *
 * @param text in lower case, without quotes
 * @param quoted whether it is a name in quotes, and therefore no word of SQL
 */
record SqlToken(String text, boolean quoted) {

    private static final String PLACEHOLDER = "?";

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = after(sql, "'", end);
            } else if (c == '`' || c == '"') {
                end = after(sql, String.valueOf(c), end);
                tokens.add(new SqlToken(lower(sql.substring(at + 1, Math.max(at + 1, end - 1))), true));
            } else if (sql.startsWith("--", at)) {
                end = after(sql, "\n", end);
            } else if (sql.startsWith("/*", at)) {
                end = after(sql, "*/", at + 2);
            } else if (Character.isJavaIdentifierStart(c)) {
                while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
                    end++;
                }
                tokens.add(new SqlToken(lower(sql.substring(at, end)), false));
            } else if (!Character.isWhitespace(c)) {
                tokens.add(new SqlToken(String.valueOf(c), false));
            }
            at = end;
        }
        return tokens;
    }

    /** The index after the next occurrence; a doubled quote counts as two, which makes no difference here. */
    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isPlaceholder() {
        return !quoted && text.equals(PLACEHOLDER);
    }

    boolean is(String symbol) {
        return !quoted && text.equals(symbol);
    }

    boolean isWordOf(Set<String> words) {
        return !quoted && words.contains(text);
    }

    /** Whether it is a name, or a word of SQL, such as {@code in}. */
    boolean isName() {
        return quoted || Character.isJavaIdentifierStart(text.charAt(0));
    }
}
