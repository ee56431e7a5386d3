package io.quarkiverse.binds.runtime.masking;

import java.util.regex.Pattern;

import io.quarkiverse.binds.RecordedQuery;

/** Masks what is in quotes. */
final class Quotes {

    /** Those of the languages in which servers have messages. */
    private static final String ALL = "'\"«»‹›„“”‚‘’「」『』";

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'?");
    private static final String MASKED_LITERAL = "'" + RecordedQuery.MASKED + "'";

    private Quotes() {
    }

    /**
     * Masks all from the first to the last quote: a value can have quotes too, and servers do not double them.
     *
     * @return the text itself if it has no quotes
     */
    static String mask(String text) {
        int first = first(text);
        int last = last(text);
        return first < last ? text.substring(0, first + 1) + RecordedQuery.MASKED + text.substring(last) : text;
    }

    static boolean isIn(String text) {
        return first(text) < last(text);
    }

    /** The first quote that is no apostrophe, as in {@code can't}. */
    private static int first(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isQuote(text.charAt(i)) && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                return i;
            }
        }
        return text.length();
    }

    private static int last(String text) {
        int i = text.length() - 1;
        while (i >= 0 && !isQuote(text.charAt(i))) {
            i--;
        }
        return i;
    }

    private static boolean isQuote(char c) {
        return ALL.indexOf(c) >= 0;
    }

    /** Masks the strings in SQL. */
    static String maskLiterals(String sql) {
        return sql.indexOf('\'') < 0 ? sql : LITERAL.matcher(sql).replaceAll(MASKED_LITERAL);
    }
}
