package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.builder.item.SimpleBuildItem;

/** The classes of each persistence unit. A bind and its persistence unit have the same name. */
final class EntitiesBuildItem extends SimpleBuildItem {

    private final Map<String, Set<String>> entities;
    private final Map<String, Set<String>> classes;

    /**
     * @param entities the entity classes of each persistence unit
     * @param classes all classes and packages of each persistence unit that Hibernate ORM has to know, including the entities
     */
    EntitiesBuildItem(Map<String, Set<String>> entities, Map<String, Set<String>> classes) {
        this.entities = entities;
        this.classes = classes;
    }

    /** The entity classes of each persistence unit that has some, sorted. */
    Map<String, List<String>> entities() {
        Map<String, List<String>> result = new TreeMap<>();
        entities.forEach((persistenceUnit, names) -> result.put(persistenceUnit, new ArrayList<>(names)));
        return result;
    }

    /** All classes and packages of a persistence unit, sorted, so that builds are reproducible. */
    List<String> classes(String persistenceUnit) {
        return new ArrayList<>(classes.getOrDefault(persistenceUnit, Set.of()));
    }
}
