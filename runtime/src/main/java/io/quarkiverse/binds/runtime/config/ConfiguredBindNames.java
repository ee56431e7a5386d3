package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.Bind;

/**
 * The configured binds, found by the names of the properties alone. Immutable.
 *
 * @param binds all binds, {@link Bind#DEFAULT} for the default one, sorted so that it comes first
 * @param named the binds other than the default one
 * @param keys the configured keys of each bind and of the block for all binds
 * @param driverProperties the driver properties that are set in any block
 */
record ConfiguredBindNames(Set<String> binds, Set<String> named, Map<String, Set<String>> keys,
        Set<String> driverProperties) {

    private static final Set<String> DEFINE_DEFAULT_BIND = Set.of(Key.URL.key(), Key.DB_KIND.key(), Key.DYNAMIC.key());

    static ConfiguredBindNames of(Iterator<String> propertyNames) {
        return of(ListedNames.of(propertyNames));
    }

    /** @param names of properties, as {@link ListedNames} returns them */
    static ConfiguredBindNames of(Collection<String> names) {
        Set<String> binds = new TreeSet<>();
        Map<String, Set<String>> keys = new HashMap<>();
        Set<String> driverProperties = new TreeSet<>();
        for (String name : names) {
            BindKey key = name.startsWith(BindKey.PREFIX) ? BindKey.parse(name) : null;
            if (key == null) {
                continue;
            }
            String bind = key.bind();
            Set<String> ofBind = keys.get(bind);
            if (ofBind == null) {
                ofBind = new HashSet<>();
                keys.put(bind, ofBind);
            }
            String ofKey = key.key();
            ofBind.add(ofKey);
            if (!binds.contains(bind) && makesBind(key)) {
                binds.add(bind);
            }
            if (ofKey.startsWith(BindKey.DRIVER_PROPERTIES) && key.isDriverProperty()) {
                driverProperties.add(key.driverProperty());
            }
        }
        Set<String> named = new TreeSet<>(binds);
        named.remove(Bind.DEFAULT);
        return new ConfiguredBindNames(Collections.unmodifiableSet(binds), Collections.unmodifiableSet(named),
                Collections.unmodifiableMap(keys), Collections.unmodifiableSet(driverProperties));
    }

    /** The configured keys of a bind, or of the block for all binds. */
    Set<String> keys(String bind) {
        return keys.getOrDefault(bind, Set.of());
    }

    /**
     * Whether a key defines a bind. Any key defines a named bind. The default bind needs a URL, a kind or {@code dynamic},
     * since options alone define no database in Flask-SQLAlchemy either.
     */
    static boolean makesBind(BindKey key) {
        if (key.bind().equals(BindNames.ALL) || ReservedNames.contains(key.bind())) {
            return false;
        }
        return !BindNames.isDefault(key.bind()) || DEFINE_DEFAULT_BIND.contains(key.key());
    }

    /** Returns the normal spelling of a property of a bind, in the blocks of this extension and in those of Quarkus. */
    String normalize(String property) {
        if (property.startsWith(BindKey.PREFIX)) {
            int end = property.indexOf('.', BindKey.PREFIX.length());
            BindKey bind = end < 0 || DottedName.isPlain(property, BindKey.PREFIX.length(), end) ? null
                    : BindKey.parse(property);
            return bind == null ? property : bind.property();
        }
        String root = property.startsWith(QuarkusKey.DATASOURCE) ? QuarkusKey.DATASOURCE : QuarkusKey.root(property, 0);
        int dot = root == null ? -1 : property.indexOf('.', root.length());
        String segment = dot < 0 ? "" : property.substring(root.length(), dot);
        return named.contains(segment) && dot + 1 < property.length()
                ? root + DottedName.quote(segment) + property.substring(dot)
                : property;
    }

    /** The names of all keys of Quarkus that may be derived from the binds; some of them may turn out to have no value. */
    List<String> derivableNames() {
        List<String> names = new ArrayList<>();
        if (!binds.isEmpty()) {
            names.add(QuarkusKey.BLOCKING);
        }
        Set<String> ofAll = keys(BindNames.ALL);
        for (String bind : binds) {
            Set<String> own = keys(bind);
            for (String root : QuarkusKey.roots()) {
                PropertyMapping.addKeys(root, QuarkusKey.prefix(root, bind), own, ofAll, names);
            }
            String datasource = QuarkusKey.prefix(QuarkusKey.DATASOURCE, bind);
            for (String property : driverProperties) {
                String key = BindKey.DRIVER_PROPERTIES + "." + property;
                if (own.contains(key) || ofAll.contains(key)) {
                    names.add(datasource + QuarkusKey.DRIVER_PROPERTIES + property);
                }
            }
        }
        return names;
    }
}
