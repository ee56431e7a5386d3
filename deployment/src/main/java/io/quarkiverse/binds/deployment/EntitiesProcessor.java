package io.quarkiverse.binds.deployment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.BindsBuildTimeConfig;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.AdditionalApplicationArchiveMarkerBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfig;
import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;
import io.quarkus.hibernate.orm.deployment.JpaModelIndexBuildItem;
import io.quarkus.hibernate.orm.deployment.spi.AdditionalJpaModelBuildItem;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Assigns each entity to a bind, and each mapped class to a persistence unit. */
class EntitiesProcessor {

    /** Has Quarkus index jars without an index of their own if they contain a configured package. */
    @BuildStep
    void indexPackages(BindsBuildTimeConfig config, BuildProducer<AdditionalApplicationArchiveMarkerBuildItem> markers) {
        config.binds().forEach((bind, block) -> block.packages().orElse(Set.of()).forEach(
                name -> markers.produce(new AdditionalApplicationArchiveMarkerBuildItem(name.replace('.', '/')))));
    }

    @BuildStep
    EntitiesBuildItem entities(BindsBuildItem binds, BindsBuildTimeConfig config, HibernateOrmConfig hibernate,
            JpaModelBuildItem model, JpaModelIndexBuildItem indexItem, CombinedIndexBuildItem application,
            List<AdditionalJpaModelBuildItem> additional) {
        IndexView index = indexItem.getIndex();
        EntityProblems problems = new EntityProblems();
        refuseUselessBinds(index, model.getEntityClassNames(), problems);
        problems.throwIfAny();
        if (binds.isEmpty()) {
            return new EntitiesBuildItem(Map.of(), Map.of());
        }
        Set<String> persistenceUnits = new TreeSet<>(hibernate.namedPersistenceUnits().keySet());
        persistenceUnits.addAll(binds.names());
        Map<String, String> persistenceUnitOfPackage = configuredPackages(config, hibernate);
        MappingFiles mappingFiles = new MappingFiles(hibernate, model, index);
        EntityBinds entityBinds = new EntityBinds(index, application.getIndex(), model.getEntityClassNames(),
                persistenceUnits, persistenceUnitOfPackage, mappingFiles);

        Set<String> assigned = new HashSet<>();
        additional.stream().filter(item -> item.getPersistenceUnits() != null)
                .forEach(item -> assigned.add(item.getClassName()));
        Map<String, String> bindOfEntity = new TreeMap<>();
        for (String entity : model.getEntityClassNames()) {
            if (!assigned.contains(entity)) {
                problems.collect(() -> bindOfEntity.put(entity, entityBinds.of(entity)));
            }
        }
        requireEntities(config, model.getEntityClassNames(), problems);
        problems.throwIfAny();

        Map<String, Set<String>> entities = new TreeMap<>();
        bindOfEntity.forEach((entity, bind) -> entities.computeIfAbsent(bind, b -> new TreeSet<>()).add(entity));
        Map<String, Set<String>> classes = new PersistenceUnitClasses(index, model, entities).all();
        CrossBindAssociationCheck associations = new CrossBindAssociationCheck(index, bindOfEntity);
        classes.forEach((bind, ofBind) -> problems.collect(() -> associations.check(bind, ofBind)));
        problems.throwIfAny();
        addClassesOfExtensions(additional, model, entities, classes);
        mappingFiles.restrictTo(bindOfEntity, entities);
        return new EntitiesBuildItem(entities, classes);
    }

    /** @return the persistence unit of each configured package, by the keys of the binds and of Quarkus */
    private static Map<String, String> configuredPackages(BindsBuildTimeConfig config, HibernateOrmConfig hibernate) {
        Map<String, String> byPackage = new HashMap<>();
        hibernate.persistenceUnits().forEach((persistenceUnit, block) -> block.packages().orElse(Set.of())
                .forEach(name -> put(byPackage, name, persistenceUnit)));
        config.binds().forEach((bind, block) -> block.packages().orElse(Set.of()).forEach(name -> put(byPackage, name, bind)));
        return byPackage;
    }

    private static void put(Map<String, String> byPackage, String packageName, String persistenceUnit) {
        String name = packageName.endsWith(".") ? packageName.substring(0, packageName.length() - 1) : packageName;
        String other = byPackage.putIfAbsent(name, persistenceUnit);
        if (other != null && !other.equals(persistenceUnit)) {
            throw new ConfigurationException(
                    "The package " + name + " is given to two binds: " + BindKey.property(other, "packages")
                            + " and " + BindKey.property(persistenceUnit, "packages") + " both name it");
        }
    }

    private static void requireEntities(BindsBuildTimeConfig config, Set<String> entities, EntityProblems problems) {
        config.binds().forEach((bind, block) -> block.packages().orElse(Set.of()).forEach(name -> {
            String prefix = name.endsWith(".") ? name : name + ".";
            if (entities.stream().noneMatch(entity -> entity.startsWith(prefix))) {
                problems.add(BindKey.property(bind, "packages") + " names " + name
                        + ", where there is no entity: correct the name, or add the jar that has it to the dependencies");
            }
        }));
    }

    private static void refuseUselessBinds(IndexView index, Set<String> entities, EntityProblems problems) {
        for (AnnotationInstance bind : index.getAnnotations(EntityAnnotations.BIND)) {
            if (bind.target().kind() != AnnotationTarget.Kind.CLASS) {
                continue;
            }
            ClassInfo type = bind.target().asClass();
            boolean useful = type.simpleName().equals("package-info") || entities.contains(type.name().toString())
                    || type.hasDeclaredAnnotation(EntityAnnotations.ENTITY)
                    || type.hasDeclaredAnnotation(EntityAnnotations.MAPPED_SUPERCLASS);
            if (!useful) {
                problems.add("@Bind(\"" + bind.value().asString() + "\") on " + type.name()
                        + " has no effect: it belongs on an entity, a mapped superclass or a package. An embeddable and a converter"
                        + " follow the entities that use them; to reach " + BindNames.display(bind.value().asString())
                        + " elsewhere, inject with @PersistenceUnit or @DataSource");
            }
        }
    }

    /** Adds the classes that other extensions assign to persistence units. */
    private static void addClassesOfExtensions(List<AdditionalJpaModelBuildItem> additional, JpaModelBuildItem model,
            Map<String, Set<String>> entities, Map<String, Set<String>> classes) {
        for (AdditionalJpaModelBuildItem item : additional) {
            if (item.getPersistenceUnits() == null) {
                continue;
            }
            for (String persistenceUnit : item.getPersistenceUnits()) {
                classes.computeIfAbsent(persistenceUnit, u -> new TreeSet<>()).add(item.getClassName());
                if (model.getEntityClassNames().contains(item.getClassName())) {
                    entities.computeIfAbsent(persistenceUnit, u -> new TreeSet<>()).add(item.getClassName());
                }
            }
        }
    }
}
