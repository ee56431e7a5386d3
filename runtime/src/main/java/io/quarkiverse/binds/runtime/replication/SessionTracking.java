package io.quarkiverse.binds.runtime.replication;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Observes what a server sends about its session together with its responses. The implementation links to the driver of MySQL,
 * which may be absent, so it is referred to by its name only.
 */
interface SessionTracking {

    /** Observes the GTIDs of the commits of a connection. @return whether the server sends them */
    boolean track(Connection connection) throws SQLException;

    /**
     * Makes the implementation for the driver of a connection; it observes nothing for another driver than that of MySQL.
     *
     * @param onCommit receives the GTIDs before the commit returns to its caller
     */
    static SessionTracking of(Connection connection, Consumer<String> onCommit) {
        if (!connection.getClass().getName().startsWith("com.mysql.cj.jdbc.")) {
            return other -> false;
        }
        try {
            return (SessionTracking) Class.forName(SessionTracking.class.getPackageName() + ".MySqlSessionTracking")
                    .getDeclaredConstructor(Consumer.class).newInstance(onCommit);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
