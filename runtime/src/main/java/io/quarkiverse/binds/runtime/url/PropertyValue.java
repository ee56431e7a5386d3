package io.quarkiverse.binds.runtime.url;

import java.util.regex.Pattern;

/** What the value of a harmless driver property may be: drivers put some of them into SQL, and allocate others at once. */
enum PropertyValue {

    FLAG("(?i)true|false|yes|no|on|off|1|0", "true or false"),
    NUMBER("-?[0-9]{1,10}", "a number"),
    /** LinkedHashMaps of caches are made in this size. */
    SIZE("[0-9]{1,5}", "a number below 100000"),
    WORD("[A-Za-z0-9_.:/+-]{1,64}", "of letters, digits and _.:/+-"),
    NAMES("[A-Za-z0-9_$,-]{1,256}", "names separated by commas"),
    TEXT("[A-Za-z0-9 _.:/+@-]{0,64}", "of letters, digits, blanks and _.:/+@-"),
    /** That is what DatabaseUrl makes of sql_mode; both MySQL drivers follow the server in NO_BACKSLASH_ESCAPES. */
    SQL_MODE("sql_mode='[A-Za-z0-9_,]*'", "sql_mode='...'"),
    TRUE("(?i)true", "true"),
    /** The strongest only, because what is less may be weaker than what the bind is configured with. */
    FULLY_VERIFIED("(?i)VERIFY_IDENTITY|verify-full", "VERIFY_IDENTITY or verify-full, which weaken nothing"),
    /** The user, the password. */
    ANY(".*", "anything");

    private final Pattern pattern;
    private final String description;

    PropertyValue(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    /** Of a value without invisible characters. */
    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }

    /** Whether the driver makes a flag or a number of it, so that there is nothing to be told from the value. */
    boolean isHarmlessUnseen() {
        return this == FLAG || this == NUMBER || this == ANY;
    }

    /** As in "may only be ...". */
    String description() {
        return description;
    }
}
