package io.quarkiverse.binds.runtime.ddl;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.Schema;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.schema.SchemaOfDatabase;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/** The {@link Schema} of the application. */
@ApplicationScoped
public class SchemaBean implements Schema {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.schema");

    private final Binds binds;
    private final Sessions sessions;
    private final TransactionManager transactionManager;

    SchemaBean(Binds binds, Sessions sessions, TransactionManager transactionManager) {
        this.binds = binds;
        this.sessions = sessions;
        this.transactionManager = transactionManager;
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
        sessions.requireNoTransaction("read the tables of " + BindNames.display(binds.get(bind).name()));
        return onOwnConnection(bind, (name, connection) -> CatalogReader.read(connection));
    }

    private interface Work<T> {
        T on(String bind, Connection connection) throws SQLException;
    }

    private Map<String, List<String>> each(String action, Collection<String> names, Work<List<String>> work) {
        sessions.requireNoTransaction(action);
        Map<String, List<String>> results = new LinkedHashMap<>();
        for (String bind : names.isEmpty() ? all(action) : names.stream().map(name -> binds.get(name).name()).toList()) {
            results.put(bind, onOwnConnection(bind, work));
        }
        return results;
    }

    /** All binds, without the dynamic ones in which the calling thread has selected no database. */
    private List<String> all(String action) {
        return binds.list().stream().filter(bind -> {
            boolean isMeant = !bind.dynamic() || sessions.hasDatabase(bind.name());
            if (!isMeant) {
                LOG.infof("Dynamic bind '%s' is left out of the request to %s, since no database is selected: see"
                        + " databases.run(key, ...)", bind.name(), action);
            }
            return isMeant;
        }).map(BindInfo::name).toList();
    }

    private <T> T onOwnConnection(String bind, Work<T> work) {
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager);
                Connection connection = AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection()) {
            return work.on(bind, connection);
        } catch (SQLException e) {
            throw new PersistenceException(
                    "The tables of " + BindNames.display(bind) + " are not accessible: " + e.getMessage(),
                    e);
        }
    }

    private static PersistenceException failed(String action, String bind, String done, List<String> tables,
            Exception e) {
        return new PersistenceException("An error ended " + action + " " + BindNames.display(bind) + "; "
                + (tables.isEmpty() ? "no table was " + done : done + " before: " + String.join(", ", tables)) + ". "
                + e.getMessage(), e);
    }
}
