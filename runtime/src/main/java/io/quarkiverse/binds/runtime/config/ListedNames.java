package io.quarkiverse.binds.runtime.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.quarkiverse.binds.Bind;

/**
 * The names of a configuration, with environment variables replaced by the keys of the binds that they set. The name of a bind
 * that appears in no other source is read from its variable: {@code QUARKUS_BINDS_USERS_URL} defines the bind {@code users}.
 */
final class ListedNames {

    private ListedNames() {
    }

    static Collection<String> of(Iterator<String> listed) {
        List<String> names = new ArrayList<>();
        listed.forEachRemaining(names::add);
        EnvironmentNames environment = new EnvironmentNames(names);
        if (environment.isEmpty()) {
            return names;
        }
        Set<String> exactBinds = exactBinds(names, environment);
        Set<String> result = new LinkedHashSet<>();
        for (String name : names) {
            if (environment.lookAlike(name) == null || isOf(exactBinds, name) && !isDriverProperty(name)) {
                result.add(name);
            } else if (name.startsWith(BindKey.PREFIX)) {
                Set<BindKey> keys = environment.candidates(name, exactBinds);
                keys.forEach(key -> result.add(key.property()));
                if (keys.isEmpty()) {
                    result.add(name);
                }
            } else if (!isGuessed(name, exactBinds)) {
                result.add(name);
            }
        }
        return result;
    }

    /** The blocks that appear in sources other than the environment, where their names are exact. */
    private static Set<String> exactBinds(List<String> names, EnvironmentNames environment) {
        Set<String> binds = new TreeSet<>(Set.of(Bind.DEFAULT, BindNames.ALL));
        for (String name : names) {
            BindKey key = name.startsWith(BindKey.PREFIX) ? BindKey.parse(name) : null;
            if (key != null && ConfiguredBindNames.makesBind(key) && environment.lookAlike(name) == null) {
                binds.add(key.bind());
            }
        }
        return binds;
    }

    private static boolean isOf(Set<String> binds, String property) {
        BindKey key = BindKey.parse(property);
        return key != null && key.known() && binds.contains(key.bind());
    }

    /** Whether a property is a driver property, whose case is lost in the name of a variable. */
    private static boolean isDriverProperty(String property) {
        return BindKey.parse(property).isDriverProperty();
    }

    /** Whether a key of Quarkus was only guessed from another bind's variable, whose value is found under its exact name. */
    private static boolean isGuessed(String property, Set<String> binds) {
        QuarkusKey key = QuarkusKey.parse(property, binds);
        if (key != null && !BindNames.isDefault(key.bind())) {
            return false;
        }
        String root = QuarkusKey.root(property, 0);
        if (root == null) {
            return false;
        }
        String form = EnvironmentNames.form(property);
        return binds.stream().filter(bind -> !BindNames.isDefault(bind))
                .anyMatch(bind -> form.startsWith(EnvironmentNames.form(root + bind + "."))
                        || form.startsWith(EnvironmentNames.form(root + DottedName.quote(bind) + ".")));
    }
}
