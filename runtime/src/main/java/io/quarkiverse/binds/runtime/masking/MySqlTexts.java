package io.quarkiverse.binds.runtime.masking;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.binds.RecordedQuery;

/** The texts of the servers MySQL and MariaDB, in any of their languages, and of their drivers. */
final class MySqlTexts {

    /** Codes of texts whose quotes have names only. */
    private static final Set<Integer> NAMES_ONLY = Set.of(1005, 1007, 1008, 1025, 1044, 1045, 1046, 1048, 1049, 1050, 1051,
            1052, 1054, 1055, 1056, 1059, 1060, 1061, 1067, 1068, 1071, 1072, 1091, 1101, 1109, 1118, 1142, 1143, 1146, 1170,
            1205, 1213, 1215, 1216, 1217, 1227, 1264, 1265, 1290, 1305, 1317, 1364, 1406, 1451, 1452, 1553, 1792, 1822, 1826,
            1832, 1833, 1834, 1836, 3024, 3572, 3819, 4025);
    /** The driver's own code for a column of results that does not exist. */
    private static final String NO_SUCH_COLUMN = "S0022";

    private static final String CONNECTION = "08";

    private static final Set<Integer> DUPLICATES = Set.of(1062, 1586);
    private static final int NO_PARTITION = 1526;

    /** Options of the drivers add the statement with its values, or rows of a deadlock, to the text. */
    private static final Pattern DUMP = Pattern.compile(
            "(\\RQuery is: |\\RQuery being (?:executed|prepared) when exception was thrown:\\R+|\\Rdeadlock information: "
                    + "|\\R=+\\R[^\\n]*INNODB MONITOR OUTPUT).*",
            Pattern.DOTALL);

    /** The end of {@code Duplicate entry 'a-b' for key 'account.iban'}: the last name in quotes. */
    private static final Pattern KEY = Pattern.compile("'[^']*'[^']*$");

    /** The end of {@code Incorrect integer value: 'x' for column 'age' at row 1}; MariaDB writes {@code `db`.`t`.`age`}. */
    private static final Pattern COLUMN = Pattern.compile(" for column ('[^']*'|[^ ']*) at row \\d+\\R?$");

    private MySqlTexts() {
    }

    static String mask(SQLException e, ColumnNames columns) {
        String text = e.getMessage();
        Matcher dump = DUMP.matcher(text);
        if (dump.find()) {
            return mask(e, text.substring(0, dump.start()), columns) + dump.group(1) + RecordedQuery.MASKED;
        }
        return mask(e, text, columns);
    }

    private static String mask(SQLException e, String text, ColumnNames columns) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        int code = e.getErrorCode();
        if (isNames(code, state)) {
            return text;
        }
        if (DUPLICATES.contains(code)) {
            return maskBefore(KEY.matcher(text), text);
        }
        if (code == NO_PARTITION) {
            return text.substring(0, text.lastIndexOf(' ') + 1) + RecordedQuery.MASKED;
        }
        Matcher column = COLUMN.matcher(text);
        if (column.find()) {
            return columns.isIn(column.group(1)) ? maskBefore(column.reset(), text) : text;
        }
        return code > 0 ? Quotes.mask(text) : ofDriver(text);
    }

    /** MariaDB's has brackets as well: {@code Could not convert [x] to java.sql.Type 4}. */
    private static String ofDriver(String text) {
        int open = text.indexOf('[');
        int close = text.lastIndexOf(']');
        return Quotes.mask(
                open < 0 || close < open ? text : text.substring(0, open + 1) + RecordedQuery.MASKED + text.substring(close));
    }

    private static boolean isNames(int code, String state) {
        return state.startsWith(CONNECTION) || NAMES_ONLY.contains(code) || code <= 0 && state.equals(NO_SUCH_COLUMN);
    }

    /** Masks what is in quotes before the end that a pattern matches. */
    private static String maskBefore(Matcher end, String text) {
        return end.find() ? Quotes.mask(text.substring(0, end.start())) + text.substring(end.start()) : Quotes.mask(text);
    }
}
