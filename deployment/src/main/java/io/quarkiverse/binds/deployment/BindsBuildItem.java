package io.quarkiverse.binds.deployment;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.builder.item.SimpleBuildItem;

/** The binds of the application, each with the kind of its database. Empty in an application that configures none. */
final class BindsBuildItem extends SimpleBuildItem {

    private final Map<String, String> kinds;
    private final Set<String> unsetProperties;
    private final Set<String> dynamic;

    BindsBuildItem(Map<String, String> kinds, Set<String> unsetProperties, Set<String> dynamic) {
        this.dynamic = new TreeSet<>(dynamic);
        this.kinds = new TreeMap<>(kinds);
        this.unsetProperties = new TreeSet<>(unsetProperties);
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    Set<String> names() {
        return kinds.keySet();
    }

    /** The binds whose databases are opened on the fly. */
    Set<String> dynamic() {
        return dynamic;
    }

    /** The build-time properties that are not set. */
    Set<String> unsetProperties() {
        return unsetProperties;
    }

    /** The kind of database of each bind, sorted by name. */
    Map<String, String> kinds() {
        return kinds;
    }
}
