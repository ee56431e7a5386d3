package io.quarkiverse.binds.blog.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quarkiverse.binds.blog.model.Tag;

/** Validation of requests. */
public final class Check {

    private static final int MAX_TAGS = 20;

    private Check() {
    }

    static <T> T body(T body) {
        if (body == null) {
            throw new BadRequest("The request needs a body: a JSON object");
        }
        return body;
    }

    static String text(String field, String value, int maxLength) {
        if (value == null || value.isBlank()) {
            throw new BadRequest("'" + field + "' is required");
        }
        return optionalText(field, value, maxLength);
    }

    static String optionalText(String field, String value, int maxLength) {
        if (value != null && value.codePointCount(0, value.length()) > maxLength) {
            throw new BadRequest("'" + field + "' is longer than " + maxLength + " characters");
        }
        return value == null ? null : value.strip();
    }

    static Long id(String field, Long value) {
        if (value == null) {
            throw new BadRequest("'" + field + "' is required");
        }
        return value;
    }

    static String tag(String name) {
        return text("tag", name, Tag.NAME_LENGTH);
    }

    static Set<String> tags(List<String> names) {
        Set<String> checked = new LinkedHashSet<>();
        if (names != null) {
            names.forEach(name -> checked.add(tag(name)));
        }
        if (checked.size() > MAX_TAGS) {
            throw new BadRequest("'tags' has more than " + MAX_TAGS + " names");
        }
        return checked;
    }

    /** Parses a number of the query string; the parameter is a text because JAX-RS answers an invalid number with 404. */
    public static int number(String parameter, String value, int ifAbsent, int min, int max) {
        if (value == null || value.isEmpty()) {
            return ifAbsent;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, with the same message
        }
        throw new BadRequest("'" + parameter + "' must be a number from " + min + " to " + max);
    }
}
