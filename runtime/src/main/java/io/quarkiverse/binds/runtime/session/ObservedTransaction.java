package io.quarkiverse.binds.runtime.session;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkiverse.binds.runtime.changes.TransactionChanges;
import io.quarkiverse.binds.runtime.failure.TransactionManagerFailures;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/**
 * Calls the observers of changes for a transaction that no unit of work began: of {@code @Transactional} on a thread without
 * one, of {@code REQUIRES_NEW}, or begun by the application. Confined to the thread of the transaction.
 * <p>
 * Synchronizations are called in their order before the commit, and in the opposite one after it; interposed ones later, and
 * earlier. This one is registered before the first session of the transaction: before the commit, when sessions that observers
 * open can still join; after it, when the sessions are done and the connections returned.
 */
final class ObservedTransaction implements Synchronization {

    private static final String KEY = ObservedTransaction.class.getName();

    private final JtaTransactions transactions;
    private final TransactionChanges changes;
    private final CommitRecord record;
    private final JoiningSessions sessions = new JoiningSessions();
    private final FlushRounds flushes = new FlushRounds(sessions::open);

    private ObservedTransaction(JtaTransactions transactions, TransactionChanges changes, CommitRecord record) {
        this.transactions = transactions;
        this.changes = changes;
        this.record = record;
    }

    /**
     * The observed transaction of this thread, which begins to be observed now if it was not.
     *
     * @return null if there is none, or if a unit of work began it
     */
    static ObservedTransaction of(CurrentUnitOfWork current, UnitOfWorkServices services) {
        TransactionSynchronizationRegistry registry = services.transactions.registry();
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return null;
        }
        ObservedTransaction observed = (ObservedTransaction) registry.getResource(KEY);
        if (observed == null && TransactionChanges.of(registry) == null) {
            observed = new ObservedTransaction(services.transactions, services.recordChanges(),
                    CommitRecord.currentOrNew(registry, () -> current));
            registry.putResource(KEY, observed);
            observed.register(registry);
        }
        return observed;
    }

    private void register(TransactionSynchronizationRegistry registry) {
        try {
            transactions.current().registerSynchronization(this);
        } catch (IllegalStateException e) {
            registry.registerInterposedSynchronization(this); // first used by a listener of the commit, which has begun
        } catch (RollbackException | SystemException e) {
            throw TransactionManagerFailures.unexpected(e);
        }
    }

    /** Adds a session that has joined the transaction. */
    void add(JoiningSession session) {
        sessions.add(session);
    }

    @Override
    public void beforeCompletion() {
        flush();
        tell();
        transactions.registry().registerInterposedSynchronization(new Later());
    }

    private void flush() {
        flushes.run(() -> "a transaction");
    }

    private void tell() {
        try {
            changes.beforeCommit(this::flush);
        } catch (RuntimeException e) {
            throw new RefusedCommitException(e);
        }
    }

    /** Tells of the changes that other synchronizations have made. */
    private final class Later implements Synchronization {

        @Override
        public void beforeCompletion() {
            tell();
        }

        @Override
        public void afterCompletion(int status) {
            // done by the outer synchronization
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status != Status.STATUS_COMMITTED && !record.hasCommitted()) {
            return;
        }
        Transaction ended = transactions.suspend();
        try {
            if (status == Status.STATUS_COMMITTED) {
                changes.committed();
            } else {
                changes.committed(record::isCommitted, record.rolledBack(), record.unknown());
            }
        } finally {
            if (ended != null) {
                transactions.resume(ended);
            }
        }
    }
}
