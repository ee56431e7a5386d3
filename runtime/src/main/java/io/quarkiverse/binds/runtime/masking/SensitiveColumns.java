package io.quarkiverse.binds.runtime.masking;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of the attributes that the application has marked as sensitive.
 *
 * @param ofBinds the names for each bind that has some, in lower case, without underscores, so that each naming strategy finds
 *        them
 */
public record SensitiveColumns(Map<String, Set<String>> ofBinds) {

    /** The names of all binds. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        ofBinds.values().forEach(names::addAll);
        return names;
    }

    /** @return null for a bind without sensitive columns */
    public ExceptionMask mask(String bind) {
        Set<String> names = ofBinds.get(bind);
        return names == null ? null : new ExceptionMask(names);
    }
}
