package io.quarkiverse.binds.runtime.session;

import java.sql.Connection;
import java.sql.SQLException;

import org.hibernate.Session;

import io.agroal.api.AgroalDataSource;

/** What the current unit of work, or transaction, does in one bind. Thread-safe; it belongs to the calling thread's unit. */
public final class BindWork {

    private final String bind;
    private final Sessions sessions;
    private final Persistence persistence;
    private final AgroalDataSource dataSource;

    BindWork(String bind, Sessions sessions, Persistence persistence, AgroalDataSource dataSource) {
        this.bind = bind;
        this.sessions = sessions;
        this.persistence = persistence;
        this.dataSource = dataSource;
    }

    public String bind() {
        return bind;
    }

    /** The session as the user sees it. */
    public Session session() {
        return sessions.view(bind);
    }

    public boolean isEntity(Class<?> type) {
        return persistence.isEntity(type);
    }

    /** What the session holds back has to be in the database before a query of one's own reads there. */
    public void beforeQuery() {
        sessions.flush(bind);
    }

    public void beforeUpdate(String sql) {
        sessions.noteUpdate(sql);
        sessions.flush(bind);
    }

    /** The connection of the transaction; closing it leaves it there. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** After a deadlock or a lost connection nothing of the transaction must be committed. */
    public void failed(SQLException e) {
        sessions.markRollback();
    }
}
