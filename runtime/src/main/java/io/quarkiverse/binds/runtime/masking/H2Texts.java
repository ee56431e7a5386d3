package io.quarkiverse.binds.runtime.masking;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.binds.RecordedQuery;

/** The texts of H2, in any of its languages. */
final class H2Texts {

    private static final int DATA = 22;
    private static final int DUPLICATE = 23505;
    private static final Set<Integer> FOREIGN_KEYS = Set.of(23503, 23506);
    /** Codes of other classes whose texts have values, or texts of functions and triggers of the application. */
    private static final Set<Integer> WITH_VALUES = Set.of(50000, 90003, 90004, 90008, 90010, 90014, 90026, 90027, 90030, 90044,
            90056, 90095, 90105);

    /** {@code "PUBLIC.UK ON PUBLIC.ACCOUNT(IBAN NULLS FIRST) VALUES ( 'x' )"}; of a primary key, the whole row follows. */
    private static final Pattern KEY = Pattern.compile(" ON [^(]*\\(([^)]*)\\)( VALUES)?(.*)\"", Pattern.DOTALL);

    /** {@code "FK: PUBLIC.POST FOREIGN KEY(AUTHOR) REFERENCES PUBLIC.AUTHOR(ID) ('x')"}. */
    private static final Pattern FOREIGN_KEY = Pattern.compile("\\(([^)]*)\\) REFERENCES [^(]*\\(([^)]*)\\) \\((.*)\\)",
            Pattern.DOTALL);

    /** {@code Value too long for column "IBAN CHARACTER VARYING(5)": "'x' (20)"}. */
    private static final Pattern OF_COLUMN = Pattern.compile("^[^\"]*\"(?:[^\"]|\"\")*\": (\".*)$", Pattern.DOTALL);

    private H2Texts() {
    }

    static String mask(String text, int code, ColumnNames columns) {
        if (code == DUPLICATE) {
            Matcher key = KEY.matcher(text);
            if (!key.find()) {
                return Quotes.mask(text);
            }
            return key.group(2) != null && !columns.isIn(key.group(1)) ? text : mask(text, key.start(3), key.end(3));
        }
        if (FOREIGN_KEYS.contains(code)) {
            Matcher key = FOREIGN_KEY.matcher(text);
            return !key.find() ? text
                    : columns.isIn(key.group(1)) || columns.isIn(key.group(2)) ? mask(text, key.start(3), key.end(3)) : text;
        }
        if (code / 1000 != DATA && !WITH_VALUES.contains(code)) {
            return Quotes.maskLiterals(text); // the other quotes have names
        }
        Matcher column = OF_COLUMN.matcher(text);
        if (column.find()) {
            return columns.isIn(text.substring(0, column.start(1))) ? mask(text, column.start(1) + 1, text.length() - 1) : text;
        }
        return Quotes.mask(text);
    }

    private static String mask(String text, int from, int to) {
        return from >= to ? text : text.substring(0, from) + RecordedQuery.MASKED + text.substring(to);
    }
}
