package io.quarkiverse.binds.runtime.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.Expectations;
import io.quarkiverse.binds.runtime.pool.FirstConnection;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * Looks once, when a bind has opened its first connection, whether its server and its configuration fit, and says in the log
 * where they do not. Neither the start nor a request waits for it, and a server that is gone again is nothing to talk about
 * here. Thread-safe.
 */
@Singleton
public class ServerChecks implements FirstConnection {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final Set<String> checked = ConcurrentHashMap.newKeySet();
    /** Binds on one server are told together. */
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @Override
    public void opened(String bind, Connections connections) {
        Executor executor = ExecutorRecorder.getCurrent();
        if (executor == null || !checked.add(bind)) {
            return;
        }
        try {
            executor.execute(() -> check(bind, connections));
        } catch (RejectedExecutionException e) {
            LOG.debugf(e, "The server of %s is not checked: the application ends", bind);
        }
    }

    private void check(String bind, Connections connections) {
        try (Connection connection = connections.borrow()) {
            ServerCheck.warnings(connection, Expectations.of(bind)).stream().filter(said::add).forEach(LOG::warn);
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "The server of %s could not be checked", bind);
        }
    }
}
