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
import org.jboss.jandex.DotName;
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

/** Which class goes into which persistence unit. */
class EntitiesProcessor {

    static final DotName ENTITY = DotName.createSimple("jakarta.persistence.Entity");
    private static final DotName MAPPED_SUPERCLASS = DotName.createSimple("jakarta.persistence.MappedSuperclass");
    private static final DotName PANACHE_BASE = DotName
            .createSimple("io.quarkus.hibernate.orm.panache.PanacheEntityBase");

    /** So that a jar is looked into although it has no index of its own. */
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
        refuseUselessBinds(index, model.getEntityClassNames());
        if (binds.isEmpty()) {
            return new EntitiesBuildItem(Map.of(), Map.of());
        }
        Set<String> units = new TreeSet<>(hibernate.namedPersistenceUnits().keySet());
        units.addAll(binds.names());
        Map<String, String> unitOfPackage = packages(config, hibernate);
        EntityBinds entityBinds = new EntityBinds(index, application.getIndex(), model.getEntityClassNames(), units,
                unitOfPackage);

        Set<String> assigned = new HashSet<>();
        additional.stream().filter(item -> item.getPersistenceUnits() != null)
                .forEach(item -> assigned.add(item.getClassName()));
        Map<String, String> bindOfEntity = new TreeMap<>();
        for (String entity : model.getEntityClassNames()) {
            if (!assigned.contains(entity)) {
                bindOfEntity.put(entity, entityBinds.of(entity));
            }
        }
        requireEntities(config, unitOfPackage.keySet(), model.getEntityClassNames());

        Map<String, Set<String>> entities = new TreeMap<>();
        bindOfEntity.forEach((entity, unit) -> entities.computeIfAbsent(unit, u -> new TreeSet<>()).add(entity));
        Map<String, Set<String>> classes = new UnitClasses(index, model, entities).all();
        Associations associations = new Associations(index, bindOfEntity);
        classes.forEach(associations::check);
        addOthers(additional, model, entities, classes);
        return new EntitiesBuildItem(entities, classes);
    }

    /** The packages that the configuration gives to units, ours and Quarkus's own. */
    private static Map<String, String> packages(BindsBuildTimeConfig config, HibernateOrmConfig hibernate) {
        Map<String, String> units = new HashMap<>();
        hibernate.persistenceUnits().forEach((unit, block) -> block.packages().orElse(Set.of())
                .forEach(name -> put(units, name, unit)));
        config.binds().forEach((bind, block) -> block.packages().orElse(Set.of()).forEach(name -> put(units, name, bind)));
        return units;
    }

    private static void put(Map<String, String> units, String packageName, String unit) {
        String name = packageName.endsWith(".") ? packageName.substring(0, packageName.length() - 1) : packageName;
        String other = units.putIfAbsent(name, unit);
        if (other != null && !other.equals(unit)) {
            throw new ConfigurationException(
                    "The package " + name + " is given to two binds: " + BindKey.property(other, "packages")
                            + " and " + BindKey.property(unit, "packages") + " both name it");
        }
    }

    private static void requireEntities(BindsBuildTimeConfig config, Set<String> packages, Set<String> entities) {
        config.binds().forEach((bind, block) -> block.packages().orElse(Set.of()).forEach(name -> {
            String prefix = name.endsWith(".") ? name : name + ".";
            if (entities.stream().noneMatch(entity -> entity.startsWith(prefix))) {
                throw new ConfigurationException(BindKey.property(bind, "packages") + " names " + name
                        + ", where there is no entity: correct the name, or add the jar that has it to the dependencies");
            }
        }));
    }

    private static void refuseUselessBinds(IndexView index, Set<String> entities) {
        for (AnnotationInstance bind : index.getAnnotations(EntityBinds.BIND)) {
            if (bind.target().kind() != AnnotationTarget.Kind.CLASS) {
                continue;
            }
            ClassInfo type = bind.target().asClass();
            boolean useful = type.simpleName().equals("package-info") || entities.contains(type.name().toString())
                    || type.hasDeclaredAnnotation(ENTITY) || type.hasDeclaredAnnotation(MAPPED_SUPERCLASS);
            if (!useful) {
                throw new ConfigurationException("@Bind(\"" + bind.value().asString() + "\") on " + type.name()
                        + " has no effect: it belongs on an entity, a mapped superclass or a package. An embeddable and a converter"
                        + " follow the entities that use them; to reach " + BindNames.display(bind.value().asString())
                        + " elsewhere, inject with @PersistenceUnit or @DataSource");
            }
        }
    }

    /** Classes that other extensions bring along, each with the units it belongs to. */
    private static void addOthers(List<AdditionalJpaModelBuildItem> additional, JpaModelBuildItem model,
            Map<String, Set<String>> entities, Map<String, Set<String>> classes) {
        for (AdditionalJpaModelBuildItem item : additional) {
            if (item.getPersistenceUnits() == null) {
                continue;
            }
            for (String unit : item.getPersistenceUnits()) {
                classes.computeIfAbsent(unit, u -> new TreeSet<>()).add(item.getClassName());
                if (model.getEntityClassNames().contains(item.getClassName())) {
                    entities.computeIfAbsent(unit, u -> new TreeSet<>()).add(item.getClassName());
                }
            }
        }
    }

    static boolean isPanache(IndexView index, ClassInfo type) {
        for (ClassInfo c = type; c != null; c = c.superName() == null ? null : index.getClassByName(c.superName())) {
            if (c.name().equals(PANACHE_BASE) || PANACHE_BASE.equals(c.superName())) {
                return true;
            }
        }
        return false;
    }
}
