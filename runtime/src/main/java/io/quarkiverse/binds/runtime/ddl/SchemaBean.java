package io.quarkiverse.binds.runtime.ddl;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;

/** The {@link Schema} of the application. */
@ApplicationScoped
public class SchemaBean implements Schema {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.schema");

    private final BindConnections connections;

    SchemaBean(BindConnections connections) {
        this.connections = connections;
    }

    @Override
    public Map<String, List<String>> createAll(String... names) {
        return createAll(Arrays.asList(names));
    }

    @Override
    public Map<String, List<String>> createAll(Collection<String> names) {
        return each("create tables", names, (bind, connection) -> {
            SchemaOfDatabase schema = SchemaOfDatabase.of(bind, connection).orElse(null);
            if (schema == null) {
                LOG.warnf("No table was created in %s: it has no entities. %s", BindNames.display(bind), advice(bind));
                return List.of();
            }
            List<String> missing = schema.tablesOfEntities(false);
            if (missing.isEmpty()) {
                LOG.infof("No table was created in %s: the tables of its entities exist, %s", BindNames.display(bind),
                        String.join(", ", schema.tablesOfEntities(true)));
                return missing;
            }
            try {
                schema.create();
            } catch (SQLException | RuntimeException e) {
                List<String> stillMissing = schema.tablesOfEntities(false);
                throw failed("creating tables in", bind, "created",
                        missing.stream().filter(table -> !stillMissing.contains(table)).toList(), e);
            }
            return missing;
        });
    }

    private static String advice(String bind) {
        boolean isDefault = bind.equals(Bind.DEFAULT);
        return (isDefault ? "Entities without @Bind are in it" : "Write @Bind(\"" + bind + "\") on an entity")
                + ", or list packages with quarkus.binds." + (isDefault ? "" : bind + ".")
                + "packages; a jar with entities needs a Jandex index";
    }

    @Override
    public Map<String, List<String>> dropAll(String... names) {
        return dropAll(Arrays.asList(names));
    }

    @Override
    public Map<String, List<String>> dropAll(Collection<String> names) {
        return each("drop tables", names, (bind, connection) -> {
            SchemaOfDatabase schema = SchemaOfDatabase.of(bind, connection).orElse(null);
            if (schema == null) {
                return List.of();
            }
            List<String> existing = schema.tablesOfEntities(true);
            try {
                schema.drop();
            } catch (SQLException | RuntimeException e) {
                List<String> left = schema.tablesOfEntities(true);
                throw failed("dropping tables of", bind, "dropped",
                        existing.stream().filter(table -> !left.contains(table)).toList(), e);
            }
            return existing;
        });
    }

    @Override
    public List<DatabaseTable> tables(String bind) {
        connections.requireNoTransaction("read the tables of " + BindNames.display(connections.nameOf(bind)));
        return connections.run(bind, (name, connection) -> CatalogReader.read(connection));
    }

    private Map<String, List<String>> each(String action, Collection<String> names,
            BindConnections.Task<List<String>> task) {
        connections.requireNoTransaction(action);
        Map<String, List<String>> results = new LinkedHashMap<>();
        for (String bind : connections.named(action, names)) {
            results.put(bind, connections.run(bind, task));
        }
        return results;
    }

    private static PersistenceException failed(String action, String bind, String done, List<String> tables,
            Exception e) {
        return new PersistenceException("An error ended " + action + " " + BindNames.display(bind) + "; "
                + (tables.isEmpty() ? "no table was " + done : done + " before: " + String.join(", ", tables)) + ". "
                + e.getMessage(), e);
    }
}
