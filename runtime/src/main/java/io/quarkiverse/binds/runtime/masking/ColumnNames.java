package io.quarkiverse.binds.runtime.masking;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of sensitive columns, see {@link SensitiveColumns}. Immutable. */
record ColumnNames(Set<String> names) {

    private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[_`\"'\\[\\]]");

    /** Whether one of them is in a part of a text that has names, such as {@code lower(first_name::text), iban}. */
    boolean isIn(String text) {
        String plain = NO_PART_OF_A_NAME.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        return names.stream().anyMatch(plain::contains);
    }
}
