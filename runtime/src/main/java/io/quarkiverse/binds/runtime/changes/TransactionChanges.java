package io.quarkiverse.binds.runtime.changes;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ModelChange;

/** The changes of one transaction, through all of its sessions. Confined to the thread of the transaction. */
public final class TransactionChanges {

    /** Maximum of rounds of observers before a commit, more than any chain of observers needs. */
    static final int MAX_ROUNDS = 10;

    private static final String KEY = TransactionChanges.class.getName();

    private final ChangeEvents events;
    private final UnaryOperator<String> databaseKey;
    private final boolean tellsBefore;
    private final ChangeLog all = new ChangeLog();
    /** The changes since observers were last called before the commit. */
    private ChangeLog untold = new ChangeLog();
    /** The changes of sessions whose work may be undone; null as long as there is none. */
    private Map<Object, ChangeLog> attempts;
    private boolean telling;

    TransactionChanges(ChangeEvents events, UnaryOperator<String> databaseKey) {
        this.events = events;
        this.tellsBefore = events.hasObserversBefore();
        this.databaseKey = databaseKey;
    }

    void attach(TransactionSynchronizationRegistry registry) {
        registry.putResource(KEY, this);
    }

    /** The changes of the transaction of the calling thread; null if none are recorded. */
    public static TransactionChanges of(TransactionSynchronizationRegistry registry) {
        int status = registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK
                ? (TransactionChanges) registry.getResource(KEY)
                : null;
    }

    void changed(SharedSessionContractImplementor session, String bind, EntityKey key, Object entity,
            ModelChange.Operation operation) {
        ModelChange change = new ModelChange(entity, key.getIdentifierValue(), operation, bind, database(session));
        ChangeLog attempt = attempts == null ? null : attempts.get(session);
        if (attempt != null) {
            attempt.add(key, change);
            return;
        }
        all.add(key, change);
        if (tellsBefore) {
            untold.add(key, change);
        }
    }

    /** Records a mutation query of Hibernate. */
    void executed(SharedSessionContractImplementor session, String bind, String statement, int count, Class<?> entity) {
        executed(new BulkChange(statement, count, entity, bind, database(session)));
    }

    /** Records a statement that has changed rows without entities. */
    public void executed(BulkChange change) {
        if (change.count() > 0) {
            all.add(change);
            if (tellsBefore) {
                untold.add(change);
            }
        }
    }

    private String database(SharedSessionContractImplementor session) {
        String tenant = session.getTenantIdentifier();
        return tenant == null ? null : databaseKey.apply(tenant);
    }

    /** Begins to record the changes of a session apart, since they may be undone without a rollback of the transaction. */
    public void beginAttempt(Object session) {
        if (attempts == null) {
            attempts = new IdentityHashMap<>(2);
        }
        attempts.put(session, new ChangeLog());
    }

    /** @param kept whether the changes of the session since {@link #beginAttempt} are part of the transaction */
    public void endAttempt(Object session, boolean kept) {
        ChangeLog attempt = attempts.remove(session);
        if (kept) {
            all.addAll(attempt);
            if (tellsBefore) {
                untold.addAll(attempt);
            }
        }
    }

    /** Whether observers are being called before the commit. */
    public boolean isTelling() {
        return telling;
    }

    /**
     * Calls the observers before the commit, until they make no further changes.
     *
     * @param flush flushes all sessions of the transaction
     * @throws IllegalStateException if there are further changes after {@value #MAX_ROUNDS} rounds
     */
    public void beforeCommit(Runnable flush) {
        List<ChangeObserver<BeforeModelsCommitted>> called = List.of();
        telling = true;
        try {
            for (int round = 0; !untold.isEmpty(); round++) {
                if (round == MAX_ROUNDS) {
                    throw new IllegalStateException("Observers before a commit still change entities after " + MAX_ROUNDS
                            + " rounds: limit them to other entities than those that they change, with @ChangesOf. The last"
                            + " were " + called);
                }
                ChangeLog told = untold;
                untold = new ChangeLog();
                called = events.before(told.changes(), told.bulkChanges());
                flush.run();
            }
        } finally {
            telling = false;
        }
    }

    /** Calls the observers after the commit. */
    public void committed() {
        committed(bind -> true, List.of(), List.of());
    }

    /**
     * Calls the observers after a commit that not all binds have made.
     *
     * @param committed whether a bind is committed
     * @param rolledBack the binds that are rolled back
     * @param unknown the binds whose outcome is unknown
     */
    public void committed(Predicate<String> committed, List<String> rolledBack, List<String> unknown) {
        List<ModelChange> changes = all.changes().stream().filter(change -> committed.test(change.bind())).toList();
        List<BulkChange> bulkChanges = all.bulkChanges().stream()
                .filter(change -> committed.test(change.bind())).toList();
        if (!changes.isEmpty() || !bulkChanges.isEmpty()) {
            events.after(changes, bulkChanges, rolledBack, unknown);
        }
    }
}
