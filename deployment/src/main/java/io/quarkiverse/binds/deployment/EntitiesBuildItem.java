package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.quarkus.builder.item.SimpleBuildItem;

/** Which classes belong to which persistence unit; a bind and its unit have one name. */
final class EntitiesBuildItem extends SimpleBuildItem {

    private final Map<String, Set<String>> entities;
    private final Map<String, Set<String>> classes;

    /**
     * @param entities the entity classes of each unit
     * @param classes all classes and packages that Hibernate ORM is to know in each unit, the entities among them
     */
    EntitiesBuildItem(Map<String, Set<String>> entities, Map<String, Set<String>> classes) {
        this.entities = entities;
        this.classes = classes;
    }

    /** The entity classes of each unit that has some, sorted. */
    Map<String, List<String>> entities() {
        Map<String, List<String>> result = new TreeMap<>();
        entities.forEach((unit, names) -> result.put(unit, new ArrayList<>(names)));
        return result;
    }

    /** All classes and packages of a unit, sorted, so that builds are reproducible. */
    List<String> classes(String unit) {
        return new ArrayList<>(classes.getOrDefault(unit, Set.of()));
    }
}
