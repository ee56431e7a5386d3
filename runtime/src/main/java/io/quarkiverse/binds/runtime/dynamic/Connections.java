package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.dynamic.pool.DatabasePool;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.pool.SuspendedTransaction;
import io.quarkiverse.binds.runtime.readonly.PlainReads;
import io.quarkiverse.binds.runtime.readonly.ReadConnection;
import io.quarkiverse.binds.runtime.readonly.ReadSource;
import io.quarkiverse.binds.runtime.readonly.StatementReads;

/**
 * Connections to the databases of one bind. Within a transaction all connections come from the pool of the first one, even if
 * that pool is closed meanwhile. Thread-safe.
 */
final class Connections {

    private final String bind;
    private final DatabaseRegistry registry;
    private final TransactionSynchronizationRegistry transactions;
    private final Enlistment enlistment;
    /** Null if the bind is always read in a transaction. */
    private final PlainReads plainReads;
    /**
     * Key of the pool among the resources of a transaction: a separate object, since in dev mode a bind has several registries
     * in succession.
     */
    private final Object poolResource = new Object();

    /** Joins work on a database to the unit of work of the calling thread. */
    interface Enlistment {
        /**
         * @param mayRead whether the bind can be read without a transaction
         * @return the unit of work if it reads without a transaction, which has not begun then; null otherwise
         * @throws IllegalStateException if the unit of work uses another database of the bind
         */
        StatementReads enlist(String bind, String key, boolean mayRead);
    }

    Connections(String bind, DatabaseRegistry registry, TransactionSynchronizationRegistry transactions,
            Enlistment enlistment, PlainReads plainReads) {
        this.bind = bind;
        this.registry = registry;
        this.transactions = transactions;
        this.enlistment = enlistment;
        this.plainReads = plainReads;
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
            StatementReads reads = enlistment.enlist(bind, key, plainReads != null && !readOnly);
            if (reads != null) {
                return ReadConnection.of(reads, new Reads(key, generation));
            }
        }
        if (!isInTransaction()) {
            return registry.lease(key, opened -> borrow(opened, readOnly, generation));
        }
        DatabasePool pool = (DatabasePool) transactions.getResource(poolResource);
        if (pool == null) {
            return registry.lease(key, opened -> {
                Connection connection = borrow(opened, readOnly, generation);
                transactions.putResource(poolResource, opened);
                return connection;
            });
        }
        if (!pool.key().equals(key)) {
            throw new IllegalStateException("The transaction is on database '" + pool.key() + "' of " + BindNames.display(bind)
                    + " and cannot use '" + key + "' as well: do it in a transaction of its own, as databases.run(\"" + key
                    + "\", ...) does");
        }
        return readOnly ? pool.getReadOnlyConnection() : pool.getConnection();
    }

    private Connection borrow(DatabasePool pool, boolean readOnly, long generation) throws SQLException {
        Connection connection = readOnly ? pool.getReadOnlyConnection() : pool.getConnection();
        requireGeneration(pool, generation, connection);
        return connection;
    }

    private void requireGeneration(DatabasePool pool, long generation, Connection borrowed) throws SQLException {
        if (pool.generation() > generation) {
            borrowed.close();
            throw new NoConnectionException(bind, "Database '" + pool.key() + "' of " + BindNames.display(bind) + " was given"
                    + " another URL after this session was opened: the entities and the reserved ids of the session"
                    + " belong to the previous database. Begin a new unit of work");
        }
    }

    /** The database of a key, for a session that reads by statement. */
    private final class Reads implements ReadSource {

        private final String key;
        private final long generation;

        Reads(String key, long generation) {
            this.key = key;
            this.generation = generation;
        }

        @Override
        public PlainReads plainReads() {
            return plainReads;
        }

        @Override
        public Loan lend(boolean readOnly) throws SQLException {
            return registry.lease(key, opened -> {
                Loan loan = opened.lendForReading();
                requireGeneration(opened, generation, loan.connection());
                return loan;
            });
        }

        @Override
        public Connection join() throws SQLException {
            return get(key, false, generation);
        }
    }

    private boolean isInTransaction() {
        int status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }
}
