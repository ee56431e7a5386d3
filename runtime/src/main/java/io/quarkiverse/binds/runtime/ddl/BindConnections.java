package io.quarkiverse.binds.runtime.ddl;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionManager;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/**
 * Connections for statements on tables: each is used for one task, outside of every transaction. Refused while the calling
 * thread has a transaction, for whose locks such a statement might wait. Thread-safe.
 */
@ApplicationScoped
public class BindConnections {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.schema");

    private final Binds binds;
    private final Sessions sessions;
    private final TransactionManager transactionManager;

    BindConnections(Binds binds, Sessions sessions, TransactionManager transactionManager) {
        this.binds = binds;
        this.sessions = sessions;
        this.transactionManager = transactionManager;
    }

    /** Task on the connection of a bind. */
    public interface Task<T> {
        T on(String bind, Connection connection) throws SQLException;
    }

    /**
     * @param action for the message, such as {@code create tables}
     * @throws IllegalStateException if the calling thread has a transaction
     */
    public void requireNoTransaction(String action) {
        sessions.requireNoTransaction(action);
    }

    /** @throws IllegalArgumentException if there is no bind of that name */
    public String nameOf(String bind) {
        return binds.get(bind).name();
    }

    /**
     * Names of the binds that are meant; all binds if none is named, without the dynamic ones in which the calling thread has
     * selected no database.
     */
    public List<String> named(String action, Collection<String> names) {
        if (!names.isEmpty()) {
            return names.stream().map(this::nameOf).toList();
        }
        List<String> all = new ArrayList<>();
        for (BindInfo bind : binds.list()) {
            if (!bind.dynamic() || sessions.hasDatabase(bind.name())) {
                all.add(bind.name());
            } else {
                LOG.infof("Dynamic bind '%s' is left out of the request to %s, since no database is selected: see"
                        + " databases.run(key, ...)", bind.name(), action);
            }
        }
        return all;
    }

    /** @throws PersistenceException if the database is not accessible, or refuses a statement */
    public <T> T run(String bind, Task<T> task) {
        try (SuspendedTransaction none = new SuspendedTransaction(transactionManager);
                Connection connection = AgroalDataSourceUtil.dataSourceInstance(bind).get().getConnection()) {
            return task.on(bind, connection);
        } catch (SQLException e) {
            throw new PersistenceException(
                    "The tables of " + BindNames.display(bind) + " are not accessible: " + e.getMessage(), e);
        }
    }
}
