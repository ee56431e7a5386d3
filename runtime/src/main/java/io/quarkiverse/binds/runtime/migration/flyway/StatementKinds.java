package io.quarkiverse.binds.runtime.migration.flyway;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of statements by their first words. */
final class StatementKinds {

    private static final Pattern FIRST_WORDS = Pattern
            .compile("^(?:\\s+|--[^\\n]*\\n|#[^\\n]*\\n|/\\*(?!!).*?\\*/|/\\*!\\d*|\\()*+(\\w+)(?:\\s+(\\w+))?",
                    Pattern.DOTALL);

    private static final Set<String> CHANGES_OF_ROWS = Set.of("insert", "update", "delete", "replace", "select", "with",
            "values", "merge", "set");

    private StatementKinds() {
    }

    /** Whether MySQL, MariaDB and H2 roll the statement back; others they commit at once, with all statements before. */
    static boolean isRolledBack(String sql) {
        return CHANGES_OF_ROWS.contains(word(sql, 1));
    }

    /** Whether the effect of a statement ends with its connection, so that a later run has to repeat it. */
    static boolean isOfSession(String sql) {
        String first = word(sql, 1);
        return first.equals("set") || first.equals("use")
                || first.equals("create") && word(sql, 2).equals("temporary");
    }

    private static String word(String sql, int group) {
        Matcher words = FIRST_WORDS.matcher(sql);
        return words.find() && words.group(group) != null ? words.group(group).toLowerCase(Locale.ROOT) : "";
    }
}
