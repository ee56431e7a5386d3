package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.quarkiverse.binds.Bind;

/**
 * The configured binds, found by the names of the properties alone. Immutable.
 *
 * @param binds all binds, {@link Bind#DEFAULT} for the default one, sorted so that it comes first
 * @param named the binds other than the default one
 * @param keys the configured keys, of binds and of the block for all binds
 * @param driverProperties the driver properties that are set in any block
 */
record ConfiguredBindNames(Set<String> binds, Set<String> named, Set<BindKey> keys, Set<String> driverProperties) {

    private static final Set<String> DEFINE_DEFAULT_BIND = Set.of(Key.URL.key(), Key.DB_KIND.key(), Key.DYNAMIC.key());

    static ConfiguredBindNames of(Iterator<String> propertyNames) {
        Set<String> binds = new TreeSet<>();
        Set<BindKey> keys = new HashSet<>();
        Set<String> driverProperties = new TreeSet<>();
        for (String name : ListedNames.of(propertyNames)) {
            BindKey key = name.startsWith(BindKey.PREFIX) ? BindKey.parse(name) : null;
            if (key == null) {
                continue;
            }
            keys.add(key);
            if (makesBind(key)) {
                binds.add(key.bind());
            }
            if (key.isDriverProperty()) {
                driverProperties.add(key.driverProperty());
            }
        }
        Set<String> named = new TreeSet<>(binds);
        named.remove(Bind.DEFAULT);
        return new ConfiguredBindNames(Collections.unmodifiableSet(binds), Collections.unmodifiableSet(named),
                Collections.unmodifiableSet(keys), Collections.unmodifiableSet(driverProperties));
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
            BindKey bind = BindKey.parse(property);
            return bind == null ? property : bind.property();
        }
        QuarkusKey key = QuarkusKey.parse(property, named);
        return key == null ? property : key.property();
    }

    /** The names of all keys of Quarkus that may be derived from the binds; some of them may turn out to have no value. */
    List<String> derivableNames() {
        List<String> names = new ArrayList<>();
        if (!binds.isEmpty()) {
            names.add(QuarkusKey.BLOCKING);
        }
        Map<String, Set<String>> keysOf = new HashMap<>();
        for (BindKey key : keys) {
            keysOf.computeIfAbsent(key.bind(), bind -> new HashSet<>()).add(key.key());
        }
        Set<String> ofAll = keysOf.getOrDefault(BindNames.ALL, Set.of());
        for (String bind : binds) {
            Set<String> own = keysOf.getOrDefault(bind, Set.of());
            Predicate<String> hasKey = key -> own.contains(key) || ofAll.contains(key);
            for (String root : QuarkusKey.roots()) {
                String prefix = new QuarkusKey(root, bind, "").property();
                PropertyMapping.keys(root, hasKey).forEach(key -> names.add(prefix + key));
            }
            String datasource = QuarkusKey.datasource(bind, "").property();
            for (String property : driverProperties) {
                if (hasKey.test(BindKey.DRIVER_PROPERTIES + "." + property)) {
                    names.add(datasource + QuarkusKey.DRIVER_PROPERTIES + property);
                }
            }
        }
        return names;
    }
}
