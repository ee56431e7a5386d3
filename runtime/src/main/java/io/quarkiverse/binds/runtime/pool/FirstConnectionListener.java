package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** Notified when a bind, or a database on the fly, has opened the first connection of its pool. */
public interface FirstConnectionListener {

    /** Lends more connections of the same pool. */
    interface Connections {
        Connection borrow() throws SQLException;
    }

    /** Called on the thread of the borrower; must return quickly. */
    void opened(String bind, Connections connections);
}
