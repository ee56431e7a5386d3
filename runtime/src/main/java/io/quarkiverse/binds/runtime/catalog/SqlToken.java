package io.quarkiverse.binds.runtime.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, name, literal or sign of an SQL text.
 *
 * @param text of a string or of a name in quotes: without them, and without escapes
 * @param start index of its first character in the whole text
 * @param end index behind its last character
 */
public record SqlToken(Kind kind, String text, int start, int end) {

    /** Kind of a token; {@code BITS} is a literal such as {@code b'1'} or {@code x'0A'}. */
    public enum Kind {
        WORD,
        NAME,
        STRING,
        BITS,
        NUMBER,
        SIGN
    }

    private static final List<String> LONG_SIGNS = List.of("<=>", "!~~", "::", "<=", ">=", "<>", "!=", "||", "->>", "->", "~~");

    /** Whether it is a keyword, written in any case, or a sign. */
    public boolean is(String wordOrSign) {
        return kind == Kind.WORD && text.equalsIgnoreCase(wordOrSign) || kind == Kind.SIGN && text.equals(wordOrSign);
    }

    /** Splits an SQL text. The character sets that MySQL writes before strings, such as {@code _utf8mb4}, are left out. */
    public static List<SqlToken> split(String sql, CatalogKind kind) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
                continue;
            }
            SqlToken token = next(sql, at, kind);
            at = token.end();
            if (!isCharacterSet(token, sql)) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static boolean isCharacterSet(SqlToken token, String sql) {
        if (token.kind() != Kind.WORD || token.end() == sql.length() || sql.charAt(token.end()) != '\'') {
            return false;
        }
        return token.text().startsWith("_") || token.text().equalsIgnoreCase("n") || token.text().equalsIgnoreCase("e");
    }

    private static SqlToken next(String sql, int start, CatalogKind kind) {
        char first = sql.charAt(start);
        if (first == '\'' || first == '"' || first == '`') {
            boolean isString = first == '\'' || first == '"' && kind.isMySqlLike();
            return quoted(sql, start, isString ? Kind.STRING : Kind.NAME, kind.isMySqlLike() && isString);
        }
        int end = start;
        if (Character.isDigit(first) || first == '.' && start + 1 < sql.length() && Character.isDigit(sql.charAt(start + 1))) {
            while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
                end++;
            }
            return new SqlToken(Kind.NUMBER, sql.substring(start, end), start, end);
        }
        if (Character.isLetter(first) || first == '_') {
            while (end < sql.length() && isPartOfWord(sql.charAt(end))) {
                end++;
            }
            String word = sql.substring(start, end);
            if (end < sql.length() && sql.charAt(end) == '\'' && (word.equalsIgnoreCase("b") || word.equalsIgnoreCase("x"))) {
                SqlToken digits = quoted(sql, end, Kind.STRING, false);
                return new SqlToken(Kind.BITS, word.toLowerCase(Locale.ROOT) + "'" + digits.text() + "'", start, digits.end());
            }
            return new SqlToken(Kind.WORD, word, start, end);
        }
        String sign = LONG_SIGNS.stream().filter(longer -> sql.startsWith(longer, start)).findFirst()
                .orElse(String.valueOf(first));
        return new SqlToken(Kind.SIGN, sign, start, start + sign.length());
    }

    private static boolean isPartOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }

    private static SqlToken quoted(String sql, int start, Kind kind, boolean hasBackslashes) {
        char quote = sql.charAt(start);
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < sql.length()) {
            char character = sql.charAt(at);
            if (character == '\\' && hasBackslashes && at + 1 < sql.length()) {
                text.append(unescaped(sql.charAt(at + 1)));
                at += 2;
            } else if (character == quote && at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                text.append(quote);
                at += 2;
            } else if (character == quote) {
                break;
            } else {
                text.append(character);
                at++;
            }
        }
        return new SqlToken(kind, text.toString(), start, Math.min(at + 1, sql.length()));
    }

    static char unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> escaped;
        };
    }
}
