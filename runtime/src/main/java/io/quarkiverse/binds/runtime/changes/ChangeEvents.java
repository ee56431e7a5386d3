package io.quarkiverse.binds.runtime.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.BeforeModelsCommitted;
import io.quarkiverse.binds.BulkChange;
import io.quarkiverse.binds.ModelChange;
import io.quarkiverse.binds.ModelsCommitted;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** Calls the observers of change events. The bean exists only if there are observers. Thread-safe. */
public final class ChangeEvents {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.changes");

    /** Maximum of commits within the observers of another one, more than any chain of observers needs. */
    private static final int MAX_NESTED = 10;

    /** Number of observers, within each other, that this thread is in; removed at the end of the outermost. */
    private static final ThreadLocal<Integer> DEPTH = new ThreadLocal<>();

    private final BeanManager beans;
    private final TransactionSynchronizationRegistry registry;
    private volatile Observers observers;

    private record Observers(List<ChangeObserver<BeforeModelsCommitted>> before, List<ChangeObserver<ModelsCommitted>> after) {
    }

    ChangeEvents(BeanManager beans, TransactionSynchronizationRegistry registry) {
        this.beans = beans;
        this.registry = registry;
    }

    /**
     * Begins to record the changes of the transaction of the calling thread.
     *
     * @param databaseKey returns the key of the database of a tenant identifier of Hibernate
     */
    public TransactionChanges begin(UnaryOperator<String> databaseKey) {
        TransactionChanges changes = new TransactionChanges(this, databaseKey);
        changes.attach(registry);
        return changes;
    }

    /** The changes of the transaction of the calling thread; null if none are recorded. */
    public TransactionChanges current() {
        return TransactionChanges.of(registry);
    }

    /** Found at the first event: observers cannot be resolved while beans are created for the start. */
    private Observers observers() {
        Observers found = observers;
        if (found == null) {
            found = new Observers(ChangeObserver.before(beans), ChangeObserver.after(beans));
            observers = found;
        }
        return found;
    }

    boolean hasObserversBefore() {
        return !observers().before().isEmpty();
    }

    /**
     * Calls the observers before a commit.
     *
     * @return those that were called
     */
    List<ChangeObserver<BeforeModelsCommitted>> before(List<ModelChange> changes, List<BulkChange> bulkChanges) {
        List<ChangeObserver<BeforeModelsCommitted>> called = new ArrayList<>();
        for (ChangeObserver<BeforeModelsCommitted> observer : observers().before()) {
            List<ModelChange> observed = observer.observed(changes);
            List<BulkChange> observedBulk = observer.observedBulk(bulkChanges);
            if (!observed.isEmpty() || !observedBulk.isEmpty()) {
                called.add(observer);
                call(observer, new BeforeModelsCommitted(observed, observedBulk));
            }
        }
        return called;
    }

    /** Calls the observers after a commit; logs their exceptions. */
    void after(List<ModelChange> changes, List<BulkChange> bulkChanges, List<String> rolledBack, List<String> unknown) {
        for (ChangeObserver<ModelsCommitted> observer : observers().after()) {
            List<ModelChange> observed = observer.observed(changes);
            List<BulkChange> observedBulk = observer.observedBulk(bulkChanges);
            if (observed.isEmpty() && observedBulk.isEmpty()) {
                continue;
            }
            try {
                call(observer, new ModelsCommitted(observed, observedBulk, rolledBack, unknown));
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "An observer of committed changes has failed; the changes stay committed: %s", observer);
            }
        }
    }

    private static <T> void call(ChangeObserver<T> observer, T event) {
        Integer depth = DEPTH.get();
        if (depth != null && depth == MAX_NESTED) {
            throw new IllegalStateException("Observers of change events commit changes that they are told of again, "
                    + MAX_NESTED + " times within each other: limit them to other entities with @ChangesOf. The last is "
                    + observer);
        }
        DEPTH.set(depth == null ? 1 : depth + 1);
        ManagedContext request = Arc.container().requestContext();
        boolean activated = !request.isActive();
        if (activated) {
            request.activate();
        }
        try {
            observer.method().notify(event);
        } finally {
            if (activated) {
                request.terminate();
            }
            if (depth == null) {
                DEPTH.remove();
            } else {
                DEPTH.set(depth);
            }
        }
    }

}
