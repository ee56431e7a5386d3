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
import io.quarkiverse.binds.runtime.url.Nearest;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The bind of each entity, in the order that {@link Bind} documents: the annotation of the class; the bind of its
 * superclass, if that is an entity; annotated, then configured packages; configured mapping files; the default bind.
 */
final class EntityBinds {

    private final IndexView index;
    private final IndexView packages;
    private final Set<String> entities;
    private final Set<String> persistenceUnits;
    private final Map<String, String> persistenceUnitOfPackage;
    private final MappingFiles mappingFiles;
    private final Map<DotName, String> bindOfClass = new HashMap<>();

    /**
     * @param index for classes; it loads those of jars without an index
     * @param packages for annotated packages; it loads nothing, since most packages have no annotation
     * @param entities the names of all entity classes
     * @param persistenceUnits the names of all persistence units
     * @param persistenceUnitOfPackage the persistence unit of each configured package
     */
    EntityBinds(IndexView index, IndexView packages, Set<String> entities, Set<String> persistenceUnits,
            Map<String, String> persistenceUnitOfPackage, MappingFiles mappingFiles) {
        this.index = index;
        this.packages = packages;
        this.entities = entities;
        this.persistenceUnits = persistenceUnits;
        this.persistenceUnitOfPackage = persistenceUnitOfPackage;
        this.mappingFiles = mappingFiles;
    }

    /**
     * @throws ConfigurationException if the entity has no bind, or that bind is not configured
     */
    String of(String entity) {
        DotName name = DotName.createSimple(entity);
        String bind = find(name);
        if (bind == null) {
            throw new ConfigurationException("Entity " + entity
                    + " is in no bind: put @Bind(\"<name>\") on it, on a superclass or on"
                    + " its package, name its package in quarkus.binds.<name>.packages, or configure a default bind with "
                    + BindKey.PREFIX + "url. " + knownBinds());
        }
        if (!persistenceUnits.contains(bind)) {
            throw new ConfigurationException("Entity " + entity + " is in " + BindNames.display(bind)
                    + ", which is not configured: set " + BindKey.property(bind, "url") + " (or "
                    + BindKey.property(bind, "db-kind")
                    + " if the URL is only known at the start), or correct the name" + Nearest.end(bind, persistenceUnits) + " "
                    + knownBinds());
        }
        return bind;
    }

    private String knownBinds() {
        return "The binds of this application are: "
                + (persistenceUnits.isEmpty() ? "none" : persistenceUnits.stream().sorted().collect(Collectors.joining(", ")));
    }

    private String find(DotName name) {
        String found = bindOfClass.get(name);
        if (found == null && !bindOfClass.containsKey(name)) {
            found = decide(name);
            bindOfClass.put(name, found);
        }
        return found;
    }

    private String decide(DotName name) {
        for (ClassInfo type = index.getClassByName(name); type != null; type = index.getClassByName(type.superName())) {
            AnnotationInstance bind = type.declaredAnnotation(EntityAnnotations.BIND);
            if (bind != null) {
                return bind.value().asString();
            }
            refusePersistenceUnitAnnotation(type);
            if (!type.name().equals(name) && entities.contains(type.name().toString())) {
                return find(type.name());
            }
            if (type.superName() == null) {
                break;
            }
        }
        return byPackages(name);
    }

    private static void refusePersistenceUnitAnnotation(ClassInfo type) {
        AnnotationInstance annotation = type.declaredAnnotation(EntityAnnotations.PERSISTENCE_UNIT);
        if (annotation != null) {
            throw new ConfigurationException("@PersistenceUnit on the class " + type.name()
                    + " has no meaning for an entity: use @Bind(\"" + annotation.value().asString() + "\")");
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
        if (configured != null) {
            return configured;
        }
        String mapped = mappingFiles.persistenceUnitOf(name.toString());
        return mapped != null ? mapped : persistenceUnits.contains(Bind.DEFAULT) ? Bind.DEFAULT : null;
    }

    private String annotatedPackage(String packageName) {
        ClassInfo info = packages.getClassByName(DotName.createSimple(packageName + ".package-info"));
        if (info == null) {
            return null;
        }
        AnnotationInstance bind = info.declaredAnnotation(EntityAnnotations.BIND);
        AnnotationInstance annotation = bind != null ? bind : info.declaredAnnotation(EntityAnnotations.PERSISTENCE_UNIT);
        return annotation == null ? null : annotation.value().asString();
    }

    /**
     * @return the persistence unit of the longest configured name that is the package or a parent of it; null if there is none
     */
    private String configuredPackage(String packageName) {
        for (String name = packageName; !name.isEmpty(); name = parent(name)) {
            String persistenceUnit = persistenceUnitOfPackage.get(name);
            if (persistenceUnit != null) {
                return persistenceUnit;
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
