package io.quarkiverse.binds.deployment;

import java.util.Set;
import java.util.TreeSet;

import io.quarkus.builder.item.SimpleBuildItem;

/** The binds with scripts of migrations in the class path. */
final class ScriptsBuildItem extends SimpleBuildItem {

    private final Set<String> binds;

    ScriptsBuildItem(Set<String> binds) {
        this.binds = new TreeSet<>(binds);
    }

    Set<String> binds() {
        return binds;
    }
}
