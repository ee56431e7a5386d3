package io.quarkiverse.binds.runtime.masking;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.binds.RecordedQuery;

/** The parts of a message of PostgreSQL, in any of its languages. */
final class PostgreSqlTexts {

    /** Classes of SQLStates whose details have no values of rows, such as those of a deadlock. */
    private static final Set<String> WITHOUT_VALUES = Set.of("08", "0A", "25", "28", "3D", "40", "42", "53", "54", "55", "57",
            "58");
    private static final String DATA = "22";
    private static final String RAISED = "P0";

    /** {@code Key (author, iban)=(7, x) already exists.} */
    private static final Pattern KEY = Pattern.compile("\\((.*?)\\)\\s*=\\s*\\(");

    /** The beginning of {@code JSON data, line 1: {"a": x...}. */
    private static final Pattern DATA_LINE = Pattern.compile("^[^\n:]*: ");

    private PostgreSqlTexts() {
    }

    /**
     * @param raised whether a function of the application has made the text, rather than the server
     */
    static String message(String text, String state, boolean raised) {
        if (!raised && !state.startsWith(DATA) && !state.startsWith(RAISED)) {
            return Quotes.maskLiterals(text); // the other quotes have names
        }
        return Quotes.isIn(text) || raised ? Quotes.mask(text) : afterColon(text);
    }

    /** Masks {@code 2024-02-30} in {@code date field value out of range: 2024-02-30}. */
    private static String afterColon(String text) {
        int colon = text.lastIndexOf(": ");
        return colon < 0 ? text : text.substring(0, colon + 2) + RecordedQuery.MASKED;
    }

    static String detail(String text, String state, boolean raised, ColumnNames columns) {
        if (!raised && WITHOUT_VALUES.contains(state.substring(0, Math.min(2, state.length())))) {
            return Quotes.maskLiterals(text);
        }
        Matcher key = KEY.matcher(text);
        if (key.find()) {
            return columns.isIn(key.group(1)) ? maskToLastParenthesis(text, key.end()) : text;
        }
        int open = text.indexOf('('); // Failing row contains (7, x, null).
        String masked = open < 0 ? text : maskToLastParenthesis(text, open + 1);
        return Quotes.mask(masked);
    }

    private static String maskToLastParenthesis(String text, int from) {
        int close = text.lastIndexOf(')');
        return text.substring(0, from) + RecordedQuery.MASKED + (close < from ? "" : text.substring(close));
    }

    /** The context of the error: a statement of a function, or the parameters ({@code log_parameter_max_length_on_error}). */
    static String context(String text, String state) {
        String masked = Quotes.mask(text);
        Matcher data = state.startsWith(DATA) ? DATA_LINE.matcher(masked) : null;
        return data != null && data.find() ? data.group() + RecordedQuery.MASKED + masked.substring(endOfLine(masked)) : masked;
    }

    private static int endOfLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end;
    }

    /** A message of the driver itself, such as {@code Bad value for type int : x}. */
    static String ofDriver(String text, String state) {
        return state.startsWith(DATA) && !Quotes.isIn(text) ? afterColon(text) : Quotes.mask(text);
    }

    /** The beginning of the text of a failed batch: the statement, with its values as literals in quotes. */
    static String batchEntry(String text) {
        return Quotes.maskLiterals(text);
    }
}
