package io.quarkiverse.binds.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hibernate.boot.jaxb.hbm.spi.JaxbHbmHibernateMapping;
import org.hibernate.boot.jaxb.mapping.spi.JaxbEntityMappingsImpl;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfig;
import io.quarkus.hibernate.orm.deployment.JpaModelBuildItem;
import io.quarkus.hibernate.orm.runtime.HibernateOrmRuntimeConfig;
import io.quarkus.hibernate.orm.runtime.boot.xml.RecordableXmlMapping;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The XML mapping files of the persistence persistenceUnits. Quarkus gives {@code META-INF/orm.xml} to each of them,
 * and Hibernate would make the tables of all its entities in each database.
 */
final class MappingFiles {

    private static final String NO_FILE = "no-file";
    private static final String DEFAULT_FILE = "META-INF/orm.xml";

    private final List<MappingFile> files = new ArrayList<>();
    private final IndexView index;

    /**
     * @param configured whether the configuration of the persistence unit names the file
     */
    private record MappingFile(String persistenceUnit, String name, boolean configured, RecordableXmlMapping mapping) {

        Set<String> entities() {
            Set<String> names = new TreeSet<>();
            removeIf(name -> {
                names.add(name);
                return false; // reads the names, removes nothing
            });
            return names;
        }

        /** Removes the entities that match from the mapping. */
        private void removeIf(Predicate<String> filter) {
            JaxbEntityMappingsImpl orm = mapping.getOrmXmlRoot();
            if (orm != null) {
                orm.getEntities().removeIf(entity -> filter.test(qualified(orm.getPackage(), entity.getClazz())));
            }
            JaxbHbmHibernateMapping hbm = mapping.getHbmXmlRoot();
            if (hbm != null) {
                Predicate<String> ofHbm = name -> name != null && filter.test(qualified(hbm.getPackage(), name));
                hbm.getClazz().removeIf(entity -> ofHbm.test(entity.getName()));
                hbm.getSubclass().removeIf(entity -> ofHbm.test(entity.getName()));
                hbm.getJoinedSubclass().removeIf(entity -> ofHbm.test(entity.getName()));
                hbm.getUnionSubclass().removeIf(entity -> ofHbm.test(entity.getName()));
            }
        }

        private static String qualified(String packageName, String name) {
            return packageName == null || name.indexOf('.') >= 0 ? name : packageName + "." + name;
        }
    }

    /**
     * @param index for the annotations of entities
     */
    MappingFiles(HibernateOrmConfig config, JpaModelBuildItem model, IndexView index) {
        this.index = index;
        new TreeMap<>(config.persistenceUnits()).forEach((persistenceUnit, block) -> {
            // Quarkus reads the files in the order of the configured set, then orm.xml if it is there, and keeps no names
            List<String> names = new ArrayList<>(block.mappingFiles().orElse(Set.of()));
            names.remove(NO_FILE);
            List<RecordableXmlMapping> mappings = model.getXmlMappings(persistenceUnit);
            for (int i = 0; i < mappings.size(); i++) {
                boolean configured = i < names.size();
                files.add(new MappingFile(persistenceUnit, configured ? names.get(i) : DEFAULT_FILE, configured,
                        mappings.get(i)));
            }
        });
    }

    /**
     * The persistence unit whose configuration names a file that maps the entity, or null.
     *
     * @throws ConfigurationException if the entity is mapped by files of several persistence units
     */
    String persistenceUnitOf(String entity) {
        Set<String> persistenceUnits = files.stream().filter(file -> file.configured() && file.entities().contains(entity))
                .map(MappingFile::persistenceUnit).collect(Collectors.toCollection(TreeSet::new));
        if (persistenceUnits.size() > 1) {
            throw new ConfigurationException("Entity " + entity + " is mapped by files of several binds, "
                    + persistenceUnits.stream().map(MappingFiles::key).collect(Collectors.joining(" and "))
                    + ", and lives in one database: put @Bind(\"<name>\") on it, or leave it out of the files of the others");
        }
        return persistenceUnits.isEmpty() ? null : persistenceUnits.iterator().next();
    }

    /**
     * Removes from the mappings of each persistence unit the entities of all others.
     *
     * @param binds the bind of each entity of the application
     * @param entities the entities of each persistence unit, including those of other extensions
     * @throws ConfigurationException if the persistence unit of an entity does not read the file that maps it
     */
    void restrictTo(Map<String, String> binds, Map<String, Set<String>> entities) {
        for (MappingFile file : files) {
            for (String entity : file.entities()) {
                if (binds.containsKey(entity)) {
                    requireFile(binds.get(entity), entity, file);
                }
            }
        }
        // each persistence unit has its own copy of a mapping that it shares with others
        files.forEach(
                file -> file.removeIf(entity -> !entities.getOrDefault(file.persistenceUnit(), Set.of()).contains(entity)));
    }

    private void requireFile(String persistenceUnit, String entity, MappingFile file) {
        boolean needed = file.configured() || !isAnnotated(entity);
        if (needed && files.stream()
                .noneMatch(f -> f.persistenceUnit().equals(persistenceUnit) && f.entities().contains(entity))) {
            throw new ConfigurationException("Entity " + entity + " is in " + BindNames.display(persistenceUnit)
                    + ", as its class or its package says, but its mapping file " + file.name() + " is read for "
                    + BindNames.display(file.persistenceUnit()) + " only: name the file in " + key(persistenceUnit)
                    + ", or correct the @Bind or the package");
        }
    }

    private boolean isAnnotated(String entity) {
        ClassInfo type = index.getClassByName(DotName.createSimple(entity));
        return type != null && type.hasDeclaredAnnotation(EntityAnnotations.ENTITY);
    }

    private static String key(String persistenceUnit) {
        return HibernateOrmRuntimeConfig.puPropertyKey(persistenceUnit, "mapping-files");
    }
}
