package io.quarkiverse.binds.runtime.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.ExpectedServerSettings;
import io.quarkiverse.binds.runtime.pool.FirstConnectionListener;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * Checks once, when a bind has opened its first connection, whether its server and its configuration fit, and warns in the log
 * if they do not. Neither the start nor a request waits for it; a server that has become unavailable is not reported here.
 * Thread-safe.
 */
@Singleton
public class ServerChecks implements FirstConnectionListener {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final Set<String> checked = ConcurrentHashMap.newKeySet();
    /** The warnings in the log: binds on one server share some. */
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    @Override
    public void opened(String bind, Connections connections) {
        Executor executor = ExecutorRecorder.getCurrent();
        if (executor == null || !checked.add(bind)) {
            return;
        }
        try {
            executor.execute(() -> check(bind, connections));
        } catch (RejectedExecutionException e) {
            LOG.debugf(e, "The server of %s is not checked because the application is shutting down", bind);
        }
    }

    private void check(String bind, Connections connections) {
        try (Connection connection = connections.borrow()) {
            ServerState server = ServerState.of(connection);
            if (server != null) {
                ServerCheck.warnings(server, ExpectedServerSettings.of(bind)).stream().filter(logged::add).forEach(LOG::warn);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "The server of %s could not be checked", bind);
        }
    }
}
