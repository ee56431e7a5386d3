package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.quarkiverse.binds.Bind;

/**
 * Which binds there are, by the names of the properties alone. Immutable.
 *
 * @param binds all binds, {@link Bind#DEFAULT} for the default one, sorted so that it comes first
 * @param named those with a name of their own
 * @param keys the keys that appear, of binds and of the block of all binds
 * @param driverProperties the keys of driver properties that appear anywhere
 */
record BindsModel(Set<String> binds, Set<String> named, Set<BindKey> keys, Set<String> driverProperties) {

    private static final Set<String> MAKE_DEFAULT = Set.of(BindKey.URL, BindKey.DB_KIND, BindKey.DYNAMIC);

    static BindsModel of(Iterator<String> propertyNames) {
        Set<String> binds = new TreeSet<>();
        Set<BindKey> keys = new HashSet<>();
        Set<String> driverProperties = new TreeSet<>();
        while (propertyNames.hasNext()) {
            BindKey key = BindKey.parse(propertyNames.next());
            if (key == null) {
                continue;
            }
            keys.add(key);
            if (makesBind(key)) {
                binds.add(key.bind());
            }
            if (key.key().startsWith(BindKey.DRIVER_PROPERTIES + ".")) {
                driverProperties.add(key.key().substring(BindKey.DRIVER_PROPERTIES.length() + 1));
            }
        }
        Set<String> named = new TreeSet<>(binds);
        named.remove(Bind.DEFAULT);
        return new BindsModel(Collections.unmodifiableSet(binds), Collections.unmodifiableSet(named),
                Collections.unmodifiableSet(keys), Collections.unmodifiableSet(driverProperties));
    }

    /**
     * A named block makes a bind by being there. The default one needs a URL or a kind, or to be dynamic: options alone make no
     * database, as in
     * Flask-SQLAlchemy.
     */
    private static boolean makesBind(BindKey key) {
        if (key.bind().equals(BindNames.ALL) || BindNames.isReserved(key.bind())) {
            return false;
        }
        return !BindNames.isDefault(key.bind()) || MAKE_DEFAULT.contains(key.key());
    }

    /** One spelling for each key of a bind, in the blocks of this extension and in those of Quarkus. */
    String normalize(String property) {
        BindKey bind = BindKey.parse(property);
        if (bind != null) {
            return bind.property();
        }
        QuarkusKey key = QuarkusKey.parse(property, named);
        return key == null ? property : key.property();
    }

    /** The names of all keys of Quarkus that may follow from the binds; some of them may turn out to have no value. */
    List<String> derivableNames() {
        List<String> names = new ArrayList<>();
        if (!binds.isEmpty()) {
            names.add(Derivations.BLOCKING);
        }
        for (String bind : binds) {
            Predicate<String> hasKey = key -> keys.contains(new BindKey(bind, key))
                    || keys.contains(new BindKey(BindNames.ALL, key));
            Derivations.keys(QuarkusKey.DATASOURCE, hasKey)
                    .forEach(key -> names.add(QuarkusKey.datasource(bind, key).property()));
            Derivations.keys(QuarkusKey.HIBERNATE, hasKey)
                    .forEach(key -> names.add(QuarkusKey.hibernate(bind, key).property()));
            for (String property : driverProperties) {
                if (hasKey.test(BindKey.DRIVER_PROPERTIES + "." + property)) {
                    names.add(QuarkusKey.datasource(bind, Derivations.DRIVER_PROPERTIES + property).property());
                }
            }
        }
        return names;
    }
}
