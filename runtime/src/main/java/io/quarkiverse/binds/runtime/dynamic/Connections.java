package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.DatabaseRegistry.LeasedConnection;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.readonly.CheckedConnection;
import io.quarkiverse.binds.runtime.readonly.ReadOnlyThreads;

/**
 * Connections to the databases of one bind. Within a transaction all connections come from the pool of the first one, even if
 * that pool is closed meanwhile. Thread-safe.
 */
final class Connections {

    private final String bind;
    private final DatabaseRegistry registry;
    private final TransactionSynchronizationRegistry transactions;
    private final Enlistment enlistment;
    /**
     * Key of the pool among the resources of a transaction: a separate object, since in dev mode a bind has several registries
     * in succession.
     */
    private final Object poolResource = new Object();

    /** Joins work on a database to the unit of work of the calling thread. */
    interface Enlistment {
        /**
         * @throws IllegalStateException if the unit of work uses another database of the bind
         */
        void enlist(String bind, String key);
    }

    Connections(String bind, DatabaseRegistry registry, TransactionSynchronizationRegistry transactions,
            Enlistment enlistment) {
        this.bind = bind;
        this.registry = registry;
        this.transactions = transactions;
        this.enlistment = enlistment;
    }

    /**
     * @throws IllegalStateException if the transaction or unit of work of this thread uses another database of the bind
     */
    Connection get(String key, boolean readOnly) throws SQLException {
        return get(key, readOnly, Long.MAX_VALUE);
    }

    /**
     * Returns a connection for a session, which may have been opened before the key got another database.
     *
     * @param generation the generation of the key when the session was opened
     * @throws IllegalStateException if the transaction of this thread uses another database of the bind
     * @throws NoConnectionException if the key has another database by now
     */
    Connection get(String key, boolean readOnly, long generation) throws SQLException {
        if (!SuspendedTransaction.isOnThisThread()) {
            enlistment.enlist(bind, key);
        }
        if (!isInTransaction()) {
            return CheckedConnection.of(lease(key, readOnly, generation).connection(), ReadOnlyThreads.readOnlyUnitOfWork());
        }
        DatabasePool pool = (DatabasePool) transactions.getResource(poolResource);
        if (pool == null) {
            LeasedConnection leased = lease(key, readOnly, generation);
            transactions.putResource(poolResource, leased.pool());
            return leased.connection();
        }
        if (!pool.key().equals(key)) {
            throw new IllegalStateException("The transaction is on database '" + pool.key() + "' of " + BindNames.display(bind)
                    + " and cannot use '" + key + "' as well: do it in a transaction of its own, as databases.run(\"" + key
                    + "\", ...) does");
        }
        return readOnly ? pool.getReadOnlyConnection() : pool.getConnection();
    }

    private LeasedConnection lease(String key, boolean readOnly, long generation) throws SQLException {
        LeasedConnection leased = registry.lease(key, readOnly);
        if (leased.pool().generation() > generation) {
            leased.connection().close();
            throw new NoConnectionException(bind, "Database '" + key + "' of " + BindNames.display(bind) + " was given"
                    + " another URL after this session was opened: the entities and the reserved ids of the session"
                    + " belong to the previous database. Begin a new unit of work");
        }
        return leased;
    }

    private boolean isInTransaction() {
        int status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }
}
