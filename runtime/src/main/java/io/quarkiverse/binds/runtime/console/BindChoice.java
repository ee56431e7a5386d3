package io.quarkiverse.binds.runtime.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;

/** Finds the bind that the user of the console means. */
final class BindChoice {

    private static final String DEFAULT = "default";

    private BindChoice() {
    }

    /** @throws IllegalArgumentException if there is no such bind */
    static BindInfo named(Binds binds, String name) {
        boolean hasDefault = binds.list().stream().anyMatch(bind -> bind.name().equals(DEFAULT));
        return binds.get(name.equals(DEFAULT) && !hasDefault ? Bind.DEFAULT : name);
    }

    /**
     * The bind of the entities in a query, else the default bind or the only one with entities.
     *
     * @param query in HQL
     * @throws IllegalArgumentException if the query does not tell
     */
    static BindInfo of(Binds binds, String query) {
        Set<String> words = Arrays.stream(query.split("[^\\w.$]+")).collect(Collectors.toCollection(TreeSet::new));
        List<BindInfo> all = binds.list().stream().filter(bind -> !bind.entities().isEmpty()).toList();
        List<BindInfo> found = all.stream().filter(bind -> bind.entities().stream()
                .anyMatch(entity -> words.contains(entity) || words.contains(simpleName(entity)))).toList();
        if (found.isEmpty()) {
            found = all.size() == 1 ? all : all.stream().filter(bind -> bind.name().equals(Bind.DEFAULT)).toList();
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("Name the bind of the query by --bind; binds with entities are: "
                    + String.join(", ", all.stream().map(BindInfo::name).toList()));
        }
        return found.get(0);
    }

    static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
