package io.quarkiverse.binds.runtime.replication;

import java.sql.Connection;
import java.util.function.Consumer;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSession;
import com.mysql.cj.protocol.ServerSessionStateController;
import com.mysql.cj.protocol.ServerSessionStateController.SessionStateChange;
import com.mysql.cj.protocol.ServerSessionStateController.SessionStateChangesListener;

/** Reads the GTIDs that Connector/J keeps from a response, if its property {@code trackSessionState} is on. */
final class MySqlSessionTracking implements SessionTracking {

    private final SessionStateChangesListener listener;

    MySqlSessionTracking(Consumer<String> onCommit) {
        listener = changes -> {
            for (SessionStateChange change : changes.getSessionStateChangesList()) {
                if (change.getType() == ServerSessionStateController.SESSION_TRACK_GTIDS) {
                    change.getValues().forEach(onCommit);
                }
            }
        };
    }

    @Override
    public boolean track(Connection connection) {
        JdbcConnection mysql = (JdbcConnection) connection;
        ServerSession session = mysql.getSession().getServerSession();
        if (!session.isSessionStateTrackingEnabled()) {
            return false;
        }
        mysql.getServerSessionStateController().addSessionStateChangesListener(listener);
        return true;
    }
}
