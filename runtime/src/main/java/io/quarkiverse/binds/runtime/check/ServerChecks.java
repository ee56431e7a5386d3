package io.quarkiverse.binds.runtime.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.ExpectedServerSettings;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.pool.FirstConnectionListener;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * Checks once, when a bind has opened its first connection, whether its server and its configuration fit, and warns in the log
 * if they do not; the settings behind a driver of which nothing is known are not checked, since it may lead to several
 * servers. Neither the start nor a request waits for it; a server that has become unavailable is not reported here.
 * Thread-safe.
 */
@Singleton
public class ServerChecks implements FirstConnectionListener {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private final Set<String> checked = ConcurrentHashMap.newKeySet();
    /** The warnings in the log: binds on one server share some. */
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    /** Number of checks that have not ended. */
    private final AtomicInteger pending = new AtomicInteger();

    @Override
    public void opened(String bind, Connections connections) {
        Executor executor = ExecutorRecorder.getCurrent();
        if (executor == null || PoolConfig.hasForeignDriver(bind) || !checked.add(bind)) {
            return;
        }
        waiting.add(() -> check(bind, connections));
        if (pending.getAndIncrement() == 0) { // else the thread of the others goes on with it
            checkNext(executor);
        }
    }

    /** Runs the checks one after the other: a start with many binds takes one thread for all of them. */
    private void checkNext(Executor executor) {
        try {
            executor.execute(() -> {
                try {
                    waiting.remove().run();
                } finally {
                    if (pending.decrementAndGet() > 0) {
                        checkNext(executor);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Servers are not checked any more because the application is shutting down", e);
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
