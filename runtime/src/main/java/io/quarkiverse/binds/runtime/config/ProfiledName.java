package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Splits names of properties with a profile, as in {@code %dev.quarkus.binds.url}. */
final class ProfiledName {

    private ProfiledName() {
    }

    /** The profile with its delimiters, as in {@code %dev.}; empty if there is none. */
    static String profile(String name) {
        return name.startsWith("%") ? name.substring(0, name.indexOf('.') + 1) : "";
    }

    /** The names that may belong to binds, without their profiles: those below {@code quarkus.binds}, and variables. */
    static Iterator<String> ofBinds(Iterator<String> names) {
        List<String> result = new ArrayList<>();
        while (names.hasNext()) {
            String name = names.next();
            int start = name.startsWith("%") ? name.indexOf('.') + 1 : 0;
            if (name.startsWith(BindKey.PREFIX, start) || name.indexOf('.') < 0) {
                result.add(name.substring(start));
            }
        }
        return result.iterator();
    }
}
