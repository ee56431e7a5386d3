package io.quarkiverse.binds.runtime.data;

import java.util.Locale;

/** Queries of which only a part is written. */
final class Hql {

    private Hql() {
    }

    /** The whole query for a part such as {@code name = ?1}; a whole one as it is. */
    static String whole(Class<?> entity, String query) {
        String trimmed = query.strip();
        String from = "from " + entity.getName();
        if (trimmed.isEmpty()) {
            return from;
        }
        switch (trimmed.split("\\s", 2)[0].toLowerCase(Locale.ROOT)) {
            case "from", "select", "with":
                return trimmed;
            case "where", "order":
                return from + " " + trimmed;
            default:
                return from + " where " + trimmed;
        }
    }
}
