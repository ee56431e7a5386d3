package io.quarkiverse.binds.runtime.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Requirement for the value of a key, beyond its type. */
enum ValueCheck {

    NONE,
    AT_LEAST_ONE,
    REGULAR_EXPRESSION;

    /** The problem of a value; null if there is none, or if the conversion of the mapping reports it. */
    String problem(String property, String value) {
        return this == AT_LEAST_ONE ? atLeastOne(property, value)
                : this == REGULAR_EXPRESSION ? regularExpression(property, value) : null;
    }

    private static String atLeastOne(String property, String value) {
        return value.matches("-?\\d+") && !value.matches("0*[1-9]\\d*") ? property + " must be at least 1: " + value : null;
    }

    private static String regularExpression(String property, String value) {
        try {
            Pattern.compile(value);
            return null;
        } catch (PatternSyntaxException e) {
            return property + " is no regular expression: " + e.getDescription();
        }
    }
}
