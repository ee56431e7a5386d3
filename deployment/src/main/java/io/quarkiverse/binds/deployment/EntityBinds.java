package io.quarkiverse.binds.deployment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The bind of an entity, by the order that {@link Bind} documents. Where a class says nothing, it follows its superclass if
 * that is
 * an entity, then packages decide, then there is the default bind.
 */
final class EntityBinds {

    static final DotName BIND = DotName.createSimple(Bind.class);
    private static final DotName PERSISTENCE_UNIT = DotName.createSimple(PersistenceUnit.class);

    private final IndexView index;
    private final IndexView packages;
    private final Set<String> entities;
    private final Set<String> units;
    private final Map<String, String> unitOfPackage;
    private final Map<DotName, String> known = new HashMap<>();

    /**
     * @param index where classes are found, and loaded if they are in no jar with an index
     * @param packages where annotated packages are found; most packages have no annotation, so nothing is to be loaded for them
     * @param entities the names of all entity classes
     * @param units the names of all persistence units
     * @param unitOfPackage packages that the configuration gives to a unit
     */
    EntityBinds(IndexView index, IndexView packages, Set<String> entities, Set<String> units,
            Map<String, String> unitOfPackage) {
        this.index = index;
        this.packages = packages;
        this.entities = entities;
        this.units = units;
        this.unitOfPackage = unitOfPackage;
    }

    /**
     * @throws ConfigurationException if the class has no bind, or one that there is not
     */
    String of(String entity) {
        DotName name = DotName.createSimple(entity);
        String unit = find(name);
        if (unit == null) {
            throw new ConfigurationException("Entity " + entity
                    + " is in no bind: put @Bind(\"<name>\") on it, on a superclass or on"
                    + " its package, name its package in quarkus.binds.<name>.packages, or configure a default bind with "
                    + BindKey.PREFIX + "url. " + knownBinds());
        }
        if (!units.contains(unit)) {
            throw new ConfigurationException("Entity " + entity + " is in " + BindNames.display(unit)
                    + ", which is not configured: set " + BindKey.property(unit, "url") + " (or "
                    + BindKey.property(unit, "db-kind")
                    + " if the URL is only known at the start), or correct the name. " + knownBinds());
        }
        return unit;
    }

    private String knownBinds() {
        return "The binds of this application are: "
                + (units.isEmpty() ? "none" : units.stream().sorted().collect(Collectors.joining(", ")));
    }

    private String find(DotName name) {
        String found = known.get(name);
        if (found == null && !known.containsKey(name)) {
            found = decide(name);
            known.put(name, found);
        }
        return found;
    }

    private String decide(DotName name) {
        for (ClassInfo type = index.getClassByName(name); type != null; type = index.getClassByName(type.superName())) {
            AnnotationInstance bind = type.declaredAnnotation(BIND);
            if (bind != null) {
                return bind.value().asString();
            }
            refusePersistenceUnit(type);
            if (!type.name().equals(name) && entities.contains(type.name().toString())) {
                return find(type.name());
            }
            if (type.superName() == null) {
                break;
            }
        }
        return byPackages(name);
    }

    private static void refusePersistenceUnit(ClassInfo type) {
        AnnotationInstance unit = type.declaredAnnotation(PERSISTENCE_UNIT);
        if (unit != null) {
            throw new ConfigurationException("@PersistenceUnit on the class " + type.name()
                    + " has no meaning for an entity: use @Bind(\"" + unit.value().asString() + "\")");
        }
    }

    private String byPackages(DotName name) {
        for (ClassInfo type = index.getClassByName(name); type != null; type = index.getClassByName(type.superName())) {
            String annotated = annotatedPackage(packageOf(type.name()));
            if (annotated != null) {
                return annotated;
            }
            if (type.superName() == null) {
                break;
            }
        }
        String configured = configuredPackage(packageOf(name));
        return configured != null ? configured : units.contains(Bind.DEFAULT) ? Bind.DEFAULT : null;
    }

    private String annotatedPackage(String packageName) {
        ClassInfo info = packages.getClassByName(DotName.createSimple(packageName + ".package-info"));
        if (info == null) {
            return null;
        }
        AnnotationInstance bind = info.declaredAnnotation(BIND);
        AnnotationInstance unit = bind != null ? bind : info.declaredAnnotation(PERSISTENCE_UNIT);
        return unit == null ? null : unit.value().asString();
    }

    /** The longest configured name that is the package or one above it. */
    private String configuredPackage(String packageName) {
        for (String name = packageName; !name.isEmpty(); name = parent(name)) {
            String unit = unitOfPackage.get(name);
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }

    static String packageOf(DotName type) {
        return parent(type.toString());
    }

    private static String parent(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
