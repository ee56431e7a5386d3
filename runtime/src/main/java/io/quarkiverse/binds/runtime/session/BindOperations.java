package io.quarkiverse.binds.runtime.session;

import java.sql.Connection;
import java.sql.SQLException;

import org.hibernate.Session;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.runtime.AgroalDataSourceUtil;

/**
 * The operations of the current unit of work, or transaction, in one bind. Thread-safe; each call concerns the calling thread.
 */
public final class BindOperations {

    private final String bind;
    private final Sessions sessions;
    private final AgroalDataSource dataSource;

    private BindOperations(String bind, Sessions sessions, AgroalDataSource dataSource) {
        this.bind = bind;
        this.sessions = sessions;
        this.dataSource = dataSource;
    }

    public static BindOperations of(String bind, Sessions sessions) {
        return new BindOperations(bind, sessions, AgroalDataSourceUtil.dataSourceInstance(bind).get());
    }

    public String bind() {
        return bind;
    }

    /** The session proxy for applications, which they may keep. */
    public Session session() {
        return sessions.proxy(bind);
    }

    public boolean isEntity(Class<?> type) {
        return sessions.isEntity(type);
    }

    /** Flushes the session: an SQL statement has to find its changes in the database. */
    public void flush() {
        sessions.flush(bind);
    }

    /** Reports rows that a statement has changed to those who observe changes. */
    public void changed(String statement, int count) {
        sessions.changed(bind, statement, count);
    }

    /** The connection of the transaction; closing it does not end its part in the transaction. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** Marks the transaction for rollback: after a deadlock or a lost connection no part of it must be committed. */
    public void markRollback() {
        sessions.markRollback();
    }
}
