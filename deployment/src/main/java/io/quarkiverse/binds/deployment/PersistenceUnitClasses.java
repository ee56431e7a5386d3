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
 * The classes and packages of each persistence unit, from its entities: their superclasses, the embeddables they use, every
 * converter and listener, and the packages they are in.
 */
final class PersistenceUnitClasses {

    private static final DotName PANACHE_BASE = DotName
            .createSimple("io.quarkus.hibernate.orm.panache.PanacheEntityBase");

    private final IndexView index;
    private final JpaModelBuildItem model;
    private final Map<String, Set<String>> entities;

    PersistenceUnitClasses(IndexView index, JpaModelBuildItem model, Map<String, Set<String>> entities) {
        this.index = index;
        this.model = model;
        this.entities = entities;
    }

    /** The names of the classes and packages of each persistence unit. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> classes = new TreeMap<>();
        entities.forEach((persistenceUnit, names) -> {
            Set<String> all = reachable(names);
            // converters and listeners: their persistence unit is not known, and in another one they do no harm
            model.getPotentialCdiBeanClassNames().forEach(name -> all.add(name.toString()));
            all.addAll(packages(all));
            classes.put(persistenceUnit, all);
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
            // another entity has its own assignment; CrossBindAssociationCheck refuses that of another bind
            if (entity && !names.contains(name.toString())) {
                continue;
            }
            if (model.getAllModelClassNames().contains(name.toString())) {
                found.add(name.toString());
            }
            if (type.superName() != null) {
                next.add(type.superName());
                // an embeddable may be the type argument of a generic superclass
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
                // a primitive or a type variable refers to no class
            }
        }
    }

    /** Annotated packages, such as those that define a filter, are in the persistence units of their classes. */
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
     * Removes Panache classes that are listed in several persistence units, which Panache refuses even for a
     * superclass. Hibernate finds such a class through the entities.
     */
    private void removeSharedPanacheClasses(Map<String, Set<String>> classes) {
        Map<String, Integer> counts = new HashMap<>();
        classes.values().forEach(names -> names.forEach(name -> counts.merge(name, 1, Integer::sum)));
        counts.forEach((name, count) -> {
            ClassInfo type = count > 1 ? index.getClassByName(DotName.createSimple(name)) : null;
            if (type != null && isPanache(type)) {
                classes.values().forEach(names -> names.remove(name));
            }
        });
    }

    private boolean isPanache(ClassInfo type) {
        for (ClassInfo c = type; c != null; c = c.superName() == null ? null : index.getClassByName(c.superName())) {
            if (c.name().equals(PANACHE_BASE) || PANACHE_BASE.equals(c.superName())) {
                return true;
            }
        }
        return false;
    }
}
