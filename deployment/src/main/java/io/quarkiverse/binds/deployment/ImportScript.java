package io.quarkiverse.binds.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hibernate.cfg.AvailableSettings;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.schema.SnakeCaseTableNames;
import io.quarkus.deployment.builditem.ApplicationArchivesBuildItem;
import io.quarkus.hibernate.orm.deployment.HibernateOrmConfigPersistenceUnit;

/**
 * The {@code import.sql} of dev mode and tests. Quarkus runs it in every persistence unit without a script of its own; without
 * its tables, each statement would log a warning with a stack trace.
 */
final class ImportScript {

    private static final String NAME = "import.sql";
    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** The name of a table or a sequence in a statement, optionally quoted and with a schema. */
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:into|update|from|table|sequence|join)\\s+(?:[\\w$\"`]+\\.)*[\"`]?([\\w$]+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final List<DotName> ANNOTATIONS_WITH_TABLE_NAME = List
            .of("Entity", "Table", "SecondaryTable", "JoinTable", "CollectionTable")
            .stream().map(name -> DotName.createSimple("jakarta.persistence." + name)).toList();

    private final IndexView index;
    private final Map<String, List<String>> entities;
    private final Set<String> tables;

    /**
     * @param entities the entities of each persistence unit
     */
    ImportScript(ApplicationArchivesBuildItem archives, IndexView index, Map<String, List<String>> entities) {
        this.index = index;
        this.entities = entities;
        this.tables = tables(archives.getRootArchive().getChildPath(NAME));
    }

    private static Set<String> tables(Path script) {
        if (script == null || Files.isDirectory(script)) {
            return Set.of();
        }
        try {
            Matcher statement = TABLE.matcher(COMMENT.matcher(Files.readString(script)).replaceAll(" "));
            return statement.results().map(table -> table.group(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + NAME, e);
        }
    }

    /** Removes the script from a persistence unit that has none of its tables, if another one has some. */
    void removeIfForeign(String persistenceUnit, HibernateOrmConfigPersistenceUnit config, Properties properties) {
        String scripts = properties.getProperty(AvailableSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE);
        if (scripts == null || config.sqlLoadScript().isPresent() || hasNamingStrategy(config) || hasTables(persistenceUnit)
                || entities.keySet().stream().noneMatch(this::hasTables)) {
            return;
        }
        String others = Arrays.stream(scripts.split(",")).filter(script -> !script.equals(NAME))
                .collect(Collectors.joining(","));
        if (others.isEmpty()) {
            properties.remove(AvailableSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE);
        } else {
            properties.setProperty(AvailableSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE, others);
        }
        LOG.debugf("%s is not run in %s, which has none of its tables", NAME, BindNames.display(persistenceUnit));
    }

    /** With a naming strategy of the application the names of tables are not known at build time. */
    private static boolean hasNamingStrategy(HibernateOrmConfigPersistenceUnit config) {
        return config.physicalNamingStrategy().isPresent() || config.implicitNamingStrategy().isPresent();
    }

    private boolean hasTables(String persistenceUnit) {
        return entities.getOrDefault(persistenceUnit, List.of()).stream().anyMatch(this::hasTable);
    }

    private boolean hasTable(String entity) {
        ClassInfo type = index.getClassByName(DotName.createSimple(entity));
        if (type == null || !type.hasDeclaredAnnotation(EntityAnnotations.ENTITY)) {
            return true; // mapped by XML: its names of tables are not looked up
        }
        return possibleTableNames(type).stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> tables.stream().anyMatch(table -> table.equals(name) || table.startsWith(name + "_")));
    }

    /** Possible names of the tables of an entity, or prefixes of these names. */
    private static Collection<String> possibleTableNames(ClassInfo type) {
        Set<String> names = new TreeSet<>();
        String simpleName = type.simpleName();
        names.add(simpleName);
        names.add(SnakeCaseTableNames.snakeCase(simpleName));
        for (DotName annotation : ANNOTATIONS_WITH_TABLE_NAME) {
            for (AnnotationInstance annotated : type.annotations(annotation)) {
                AnnotationValue name = annotated.value("name");
                if (name != null) {
                    names.add(name.asString().replaceAll("[\"`]", ""));
                }
            }
        }
        return names;
    }
}
