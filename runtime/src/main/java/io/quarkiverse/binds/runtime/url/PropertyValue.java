package io.quarkiverse.binds.runtime.url;

import java.util.regex.Pattern;

/**
 * Conditions for the values of harmless driver properties: drivers put some of them into SQL, and allocate memory for others at
 * once.
 */
enum PropertyValue {

    FLAG("(?i)true|false|yes|no|on|off|1|0", "true or false"),
    NUMBER("-?[0-9]{1,10}", "a number"),
    /** The initial size of a cache's LinkedHashMap. */
    SIZE("[0-9]{1,5}", "a number below 100000"),
    WORD("[A-Za-z0-9_.:/+-]{1,64}", "of letters, digits and _.:/+-"),
    NAMES("[A-Za-z0-9_$,-]{1,256}", "names separated by commas"),
    TEXT("[A-Za-z0-9 _.:/+@-]{0,64}", "of letters, digits, blanks and _.:/+@-"),
    /** The form into which DatabaseUrl translates sql_mode; both MySQL drivers respect the server's NO_BACKSLASH_ESCAPES. */
    SQL_MODE("sql_mode='[A-Za-z0-9_,]*'", "sql_mode='...'"),
    TRUE("(?i)true", "true"),
    /** The strongest mode only: a weaker one might be below the configuration of the bind. */
    FULLY_VERIFIED("(?i)VERIFY_IDENTITY|verify-full", "VERIFY_IDENTITY or verify-full, which weaken nothing"),
    /** Any value, for user and password. */
    ANY(".*", "anything");

    private final Pattern pattern;
    private final String description;

    PropertyValue(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    /** Whether the value meets the condition; it must have no invisible characters. */
    boolean accepts(String value) {
        return pattern.matcher(value).matches();
    }

    /** Whether the driver parses the value as a flag or a number, or any value is harmless, so that it need not be checked. */
    boolean isHarmlessUnseen() {
        return this == FLAG || this == NUMBER || this == ANY;
    }

    /** The condition in a message, as in "may only be ...". */
    String description() {
        return description;
    }
}
