package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** Is told when a bind, or one of the databases of a bind that has several, has opened the first connection of its pool. */
public interface FirstConnection {

    /** Where more connections of the same pool can be had. */
    interface Connections {
        Connection borrow() throws SQLException;
    }

    /** On the thread of the borrower, which is not to be delayed. */
    void opened(String bind, Connections connections);
}
