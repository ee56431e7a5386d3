package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.Registry.Borrowed;
import io.quarkiverse.binds.runtime.pool.DatabasePool;

/**
 * Connections to the databases of one bind. A transaction has one of them, from one pool, whatever becomes of the pool
 * meanwhile.
 * Thread-safe.
 */
final class Connections {

    private final String bind;
    private final Registry registry;
    private final TransactionSynchronizationRegistry transactions;
    /** By identity: in dev mode two registries may serve one bind, one after the other. */
    private final Object resource = new Object();

    Connections(String bind, Registry registry, TransactionSynchronizationRegistry transactions) {
        this.bind = bind;
        this.registry = registry;
        this.transactions = transactions;
    }

    /**
     * @throws IllegalStateException if the transaction of this thread is on another database of the bind
     */
    Connection get(String key, boolean readOnly) throws SQLException {
        if (!isInTransaction()) {
            return registry.borrow(key, readOnly).connection();
        }
        DatabasePool pool = (DatabasePool) transactions.getResource(resource);
        if (pool == null) {
            Borrowed borrowed = registry.borrow(key, readOnly);
            transactions.putResource(resource, borrowed.pool());
            return borrowed.connection();
        }
        if (!pool.key().equals(key)) {
            throw new IllegalStateException("The transaction is on database '" + pool.key() + "' of " + BindNames.display(bind)
                    + " and cannot use '" + key + "' as well: do it in a transaction of its own, as databases.run(\"" + key
                    + "\", ...) does");
        }
        return readOnly ? pool.getReadOnlyConnection() : pool.getConnection();
    }

    private boolean isInTransaction() {
        int status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }
}
