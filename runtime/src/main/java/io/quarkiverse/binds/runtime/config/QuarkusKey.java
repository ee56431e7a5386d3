package io.quarkiverse.binds.runtime.config;

import java.util.Set;

import io.quarkiverse.binds.Bind;

/**
 * A key of Quarkus itself that belongs to a bind, taken apart: {@code quarkus.datasource."users".jdbc.url} is the key
 * {@code jdbc.url} of the bind {@code users} in the root {@code quarkus.datasource.}.
 *
 * @param root {@link #DATASOURCE} or {@link #HIBERNATE}
 * @param bind the name of a bind, or {@link Bind#DEFAULT}
 * @param key the key below it
 */
record QuarkusKey(String root, String bind, String key) {

    static final String DATASOURCE = "quarkus.datasource.";
    static final String HIBERNATE = "quarkus.hibernate-orm.";

    static QuarkusKey datasource(String bind, String key) {
        return new QuarkusKey(DATASOURCE, bind, key);
    }

    static QuarkusKey hibernate(String bind, String key) {
        return new QuarkusKey(HIBERNATE, bind, key);
    }

    /**
     * @param binds the named binds: a first segment that is none of them begins a key of the default bind
     * @return the key, or null if the property is neither of a datasource nor of a persistence unit, or belongs to a named one
     *         that is no bind
     */
    static QuarkusKey parse(String property, Set<String> binds) {
        String root = property.startsWith(DATASOURCE) ? DATASOURCE : property.startsWith(HIBERNATE) ? HIBERNATE : null;
        if (root == null) {
            return null;
        }
        DottedName name = DottedName.first(property.substring(root.length()));
        if (binds.contains(name.segment())) {
            return name.rest().isEmpty() ? null : new QuarkusKey(root, name.segment(), name.rest());
        }
        return name.quoted() ? null : new QuarkusKey(root, Bind.DEFAULT, property.substring(root.length()));
    }

    /** The spelling that Quarkus itself uses: the name of a datasource or unit in quotes. */
    String property() {
        return BindNames.isDefault(bind) ? root + key : root + DottedName.quote(bind) + "." + key;
    }

    /** The other spelling of the same key, which counts as much; null if there is none. */
    String unquotedProperty() {
        return BindNames.isDefault(bind) ? null : root + bind + "." + key;
    }
}
