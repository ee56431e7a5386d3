package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of an expression outside of its literals. */
public final class SqlWords {

    private static final Pattern LITERAL_OR_WORD = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|[\\w$]+",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LITERAL_OR_OTHER = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|[^']+|'");

    private SqlWords() {
    }

    /** Whether an identifier, such as a column's name, occurs. */
    public static boolean mentions(String expression, String identifier) {
        if (expression == null) {
            return false;
        }
        Matcher matcher = LITERAL_OR_WORD.matcher(expression);
        while (matcher.find()) {
            if (matcher.group().equalsIgnoreCase(identifier)) {
                return true;
            }
        }
        // a name of other characters, which only quotes make an identifier
        return !identifier.matches("[\\w$]+") && expression.contains(identifier);
    }

    /** Replaces an identifier. */
    public static String renamed(String expression, String from, String to) {
        if (expression == null) {
            return null;
        }
        return LITERAL_OR_WORD.matcher(expression)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().equalsIgnoreCase(from) ? to : match.group()));
    }

    /** Without quotes of identifiers, parentheses around the whole, white space and, outside of literals, upper case. */
    static String normalized(String expression) {
        if (expression == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = LITERAL_OR_OTHER.matcher(expression);
        while (matcher.find()) {
            String part = matcher.group();
            text.append(part.startsWith("'") ? part : part.replaceAll("[\\s`\"]", "").toLowerCase(Locale.ROOT));
        }
        String all = text.toString();
        while (isInParentheses(all)) {
            all = all.substring(1, all.length() - 1);
        }
        return all;
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean isInParentheses(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        int depth = 0;
        boolean literal = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal = (c == '\'') != literal;
            if (!literal) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }
}
