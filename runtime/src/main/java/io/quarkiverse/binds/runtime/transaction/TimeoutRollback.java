package io.quarkiverse.binds.runtime.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.pool.BindPools;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ExecutorRecorder;

/**
 * Ends a connection whose transaction has timed out while its thread may still be executing a statement. That thread holds the
 * connection until the server answers, which may never happen. So after a moment the connection is aborted, which ends the
 * statement with an error and makes the server roll back.
 */
final class TimeoutRollback {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    private static final long PATIENCE_SECONDS = 1;

    private TimeoutRollback() {
    }

    static void end(Participant participant) {
        Connection connection;
        try {
            connection = ((Connection) participant.connection().getConnection()).unwrap(Connection.class);
        } catch (SQLException e) {
            participant.discard();
            return;
        }
        CompletableFuture<Void> rollback = CompletableFuture.runAsync(() -> rollBack(connection),
                ExecutorRecorder.getCurrent());
        try {
            rollback.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return;
        } catch (TimeoutException e) {
            LOG.warnf("The transaction on %s has timed out in the middle of a statement: its connection is closed",
                    BindNames.display(participant.bind()));
        } catch (ExecutionException e) {
            LOG.debug("A transaction that has timed out cannot be rolled back, its connection is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        participant.discard();
        Arc.container().instance(BindPools.class).get().abort(participant.bind(), participant.connection());
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
