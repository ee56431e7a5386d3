package io.quarkiverse.binds.deployment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;

/**
 * All that belongs to the entities of a unit: their superclasses, the embeddables they use, every converter and
 * listener, and the packages they are in.
 */
final class UnitClasses {

    private final IndexView index;
    private final JpaModelBuildItem model;
    private final Map<String, Set<String>> entities;

    UnitClasses(IndexView index, JpaModelBuildItem model, Map<String, Set<String>> entities) {
        this.index = index;
        this.model = model;
        this.entities = entities;
    }

    /** The names of the classes and packages of each unit. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> classes = new TreeMap<>();
        entities.forEach((unit, names) -> {
            Set<String> all = reachable(names);
            // they say nothing of where they are used, and do no harm where they are not
            model.getPotentialCdiBeanClassNames().forEach(name -> all.add(name.toString()));
            all.addAll(packages(all));
            classes.put(unit, all);
        });
        removeSharedPanacheClasses(classes);
        return classes;
    }

    /** Managed classes that are reached from entities, through superclasses and the types of attributes. */
    private Set<String> reachable(Set<String> names) {
        Set<String> found = new TreeSet<>(names);
        Set<DotName> seen = new HashSet<>();
        Deque<DotName> next = new ArrayDeque<>();
        names.forEach(name -> next.add(DotName.createSimple(name)));
        while (!next.isEmpty()) {
            DotName name = next.poll();
            ClassInfo type = seen.add(name) ? index.getClassByName(name) : null;
            if (type == null) {
                continue;
            }
            boolean entity = model.getEntityClassNames().contains(name.toString());
            // an entity reached by an association was assigned on its own; if to another unit, that is refused elsewhere
            if (entity && !names.contains(name.toString())) {
                continue;
            }
            if (model.getAllModelClassNames().contains(name.toString())) {
                found.add(name.toString());
            }
            if (type.superName() != null) {
                next.add(type.superName());
                // an embeddable may be the argument of a generic superclass
                addManaged(type.superClassType(), next);
            }
            next.addAll(type.interfaceNames());
            type.fields().stream().map(FieldInfo::type).forEach(t -> addManaged(t, next));
            type.methods().stream().map(MethodInfo::returnType).forEach(t -> addManaged(t, next));
        }
        return found;
    }

    private void addManaged(Type type, Deque<DotName> next) {
        switch (type.kind()) {
            case CLASS -> {
                if (model.getManagedClassNames().contains(type.name().toString())) {
                    next.add(type.name());
                }
            }
            case PARAMETERIZED_TYPE -> {
                addManaged(Type.create(type.name(), Type.Kind.CLASS), next);
                type.asParameterizedType().arguments().forEach(argument -> addManaged(argument, next));
            }
            case ARRAY -> addManaged(type.asArrayType().elementType(), next);
            default -> {
                // a primitive or a variable leads nowhere
            }
        }
    }

    /** Annotated packages, such as those that define a filter, go where their classes are. */
    private Set<String> packages(Set<String> classes) {
        Set<String> packages = new TreeSet<>();
        for (String name : model.getAllModelPackageNames()) {
            if (classes.stream().anyMatch(c -> EntityBinds.packageOf(DotName.createSimple(c)).equals(name))) {
                packages.add(name);
            }
        }
        return packages;
    }

    /**
     * Panache refuses a class of its own that is listed in more than one unit, even where it is a mere superclass.
     * Hibernate finds such a class through the entities.
     */
    private void removeSharedPanacheClasses(Map<String, Set<String>> classes) {
        Map<String, Integer> units = new HashMap<>();
        classes.values().forEach(names -> names.forEach(name -> units.merge(name, 1, Integer::sum)));
        units.forEach((name, count) -> {
            ClassInfo type = count > 1 ? index.getClassByName(DotName.createSimple(name)) : null;
            if (type != null && EntitiesProcessor.isPanache(index, type)) {
                classes.values().forEach(names -> names.remove(name));
            }
        });
    }
}
