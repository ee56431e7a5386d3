package io.quarkiverse.binds.runtime.session;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Transaction;

import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.changes.TransactionChanges;
import io.quarkiverse.binds.runtime.readonly.ReadOnlyThreads;
import io.quarkiverse.binds.runtime.readonly.StatementReads;
import io.quarkiverse.binds.runtime.recording.QueryLog;
import io.quarkiverse.binds.runtime.transaction.TransactionScope;

/** Finds the unit of work of the calling thread: the active one or that of the request. Thread-safe. */
@Singleton
public class CurrentUnitOfWork implements TransactionScope {

    /** The active unit of work, set and removed by {@link UnitOfWorkExecutor}. */
    private static final ThreadLocal<UnitOfWorkContext> ACTIVE = new ThreadLocal<>();

    private final JtaTransactions transactions;
    private final UnitOfWorkFactory factory;
    private final UnitOfWorkServices services;
    private final RequestUnitOfWorkProvider requests;
    private final boolean requestsAvailable;
    /** Whether a unit of work has one transaction only, by which it is found. */
    private final boolean foundByTransaction;

    CurrentUnitOfWork(JtaTransactions transactions, UnitOfWorkFactory factory, RequestUnitOfWorkProvider requests) {
        this.transactions = transactions;
        this.factory = factory;
        this.services = factory.services();
        this.requests = requests;
        this.requestsAvailable = requests.isAvailable();
        this.foundByTransaction = services.scope == null;
        ReadOnlyThreads.set(this::readOnlyWithoutTransaction);
    }

    /**
     * The name of the read-only unit of work of this thread if there is no transaction, as when it is suspended; null
     * otherwise.
     */
    private Supplier<String> readOnlyWithoutTransaction() {
        if (transactions.current() != null) {
            return null; // its connections know it
        }
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        if (unitOfWork == null) {
            unitOfWork = requests.current(false);
        }
        return unitOfWork != null && unitOfWork.attributes().options().readOnly() ? unitOfWork.attributes().name
                : null;
    }

    JtaTransactions transactions() {
        return transactions;
    }

    PersistenceUnits persistenceUnits() {
        return services.persistenceUnits;
    }

    /** The unit of work of this thread; null if there is none, or if the current transaction belongs to something else. */
    UnitOfWorkContext get() {
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        if (unitOfWork == null && !requestsAvailable) {
            return null;
        }
        Transaction onThread = transactions.current();
        if (unitOfWork == null) {
            unitOfWork = requests.current(onThread == null);
        }
        return unitOfWork != null && unitOfWork.includes(onThread) ? unitOfWork : null;
    }

    /**
     * The unit of work that a connection or a session opened by the application joins implicitly. Null also if the unit of work
     * belongs to another thread: then that work is independent.
     */
    UnitOfWorkContext getParticipating() {
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        if (unitOfWork == null && !requestsAvailable) {
            return null;
        }
        Transaction onThread = transactions.current();
        if (unitOfWork == null) {
            unitOfWork = requests.currentIfServedHere(onThread == null);
        }
        return unitOfWork != null && unitOfWork.isOwner() && unitOfWork.includes(onThread) ? unitOfWork : null;
    }

    /**
     * The unit of work that this thread owns, in any transaction; opened for a request that has none. Null if there is none.
     */
    UnitOfWorkContext getOrOpenOwned() {
        return owned(true);
    }

    /** The unit of work that this thread owns, in any transaction; null if there is none. */
    UnitOfWorkContext getOwned() {
        return owned(false);
    }

    private UnitOfWorkContext owned(boolean open) {
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        if (unitOfWork == null) {
            unitOfWork = requests.currentIfServedHere(open);
        }
        return unitOfWork != null && unitOfWork.isOwner() ? unitOfWork : null;
    }

    /** The sessions of {@link #get()}, with the transaction begun unless they read by statement; or null. */
    SessionsAndTransaction used() {
        SessionsAndTransaction ofTransaction = ofTransaction();
        if (ofTransaction != null) {
            return ofTransaction;
        }
        UnitOfWorkContext unitOfWork = get();
        return unitOfWork == null ? null : unitOfWork.use();
    }

    /**
     * The sessions that have begun the transaction of this thread, if the thread owns their unit of work. Null otherwise: then
     * the unit of work is searched.
     */
    private SessionsAndTransaction ofTransaction() {
        return foundByTransaction && transactions.owner() instanceof SessionsAndTransaction owner && owner.ownTransaction()
                ? owner
                : null;
    }

    /** The sessions of {@link #getParticipating()}, with the transaction begun; or null. */
    SessionsAndTransaction beginParticipating() {
        SessionsAndTransaction ofTransaction = ofTransaction();
        if (ofTransaction != null) {
            return ofTransaction;
        }
        UnitOfWorkContext unitOfWork = getParticipating();
        return unitOfWork == null ? null : unitOfWork.begin();
    }

    /** The sessions of {@link #getParticipating()}, with the transaction begun unless they read by statement; or null. */
    SessionsAndTransaction useParticipating() {
        SessionsAndTransaction ofTransaction = ofTransaction();
        if (ofTransaction != null) {
            return ofTransaction;
        }
        UnitOfWorkContext unitOfWork = getParticipating();
        return unitOfWork == null ? null : unitOfWork.use();
    }

    /** The transaction of this thread if its changes are observed and no unit of work began it; otherwise null. */
    ObservedTransaction observedTransaction() {
        return services.changeEvents == null ? null : ObservedTransaction.of(this, services);
    }

    /** The recorded changes of the transaction of this thread; null if nobody observes them. */
    TransactionChanges changes() {
        return services.changeEvents == null ? null : services.changeEvents.current();
    }

    @Override
    public boolean begin() {
        return beginParticipating() != null;
    }

    @Override
    public StatementReads reads(String bind) {
        UnitOfWorkReads reads = reads();
        if (reads == null || !reads.unitOfWork().attributes().readsByStatement(bind)) {
            return null;
        }
        UnitOfWorkAttempt attempt = reads.unitOfWork().attributes().attempt();
        if (attempt != null) {
            attempt.reads(bind);
        }
        return reads;
    }

    /** The unit of work that a session or a connection joins, if it has no transaction and needs none; null otherwise. */
    UnitOfWorkReads reads() {
        UnitOfWorkContext unitOfWork = getParticipating();
        if (unitOfWork == null || !unitOfWork.attributes().readsByStatement()) {
            return null;
        }
        UnitOfWorkReads reads = new UnitOfWorkReads(unitOfWork, unitOfWork.use(), transactions);
        return reads.isCurrent() ? reads : null;
    }

    @Override
    public QueryLog queryLog() {
        UnitOfWorkContext unitOfWork = getOwned();
        return unitOfWork == null ? null : unitOfWork.attributes().queryLog();
    }

    @Override
    public void committed(String bind) {
        commitListener().accept(bind);
    }

    @Override
    public boolean hasWritten(String bind) {
        return requests.hasWritten(bind);
    }

    /** The receiver of the commits of a unit of work that begins now: the unit of work or request around it. */
    private Consumer<String> commitListener() {
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        return unitOfWork == null ? requests::committed : unitOfWork.attributes()::committed;
    }

    /**
     * Records that a failure has marked the transaction of this thread for rollback: an enclosing {@code @Transactional} method
     * must not return as if everything were stored.
     */
    void statementFailed() {
        UnitOfWorkContext unitOfWork = getParticipating();
        if (unitOfWork != null) {
            unitOfWork.markedByFailure();
        } else {
            FailedPart.statement().addTo(transactions.registry());
        }
    }

    /** The error text for a thread without a unit of work. */
    String absence() {
        String none = "There is no unit of work on thread '" + Thread.currentThread().getName() + "': ";
        String advice = "run the work with db.run(...) or db.call(...), or annotate the method of a bean with @UnitOfWork or"
                + " @Transactional, which have no effect on @PostConstruct and @PreDestroy";
        if (requestsAvailable) {
            return none + "a REST request is one; elsewhere " + advice;
        }
        return none + advice + ". A request is one only with Quarkus REST (quarkus-rest), unless"
                + " quarkus.binds.session.rest is false";
    }

    /** The keys of the databases given for this thread, by dynamic bind. */
    Map<String, String> givenDatabases() {
        UnitOfWorkContext unitOfWork = ACTIVE.get();
        return unitOfWork == null ? Map.of() : unitOfWork.attributes().databases().given();
    }

    /** Creates a factory of units of work that report their commits to the one around them. */
    Supplier<UnitOfWorkContext> factory(UnitOfWorkOptions options, Map<String, String> given, Supplier<String> name) {
        Consumer<String> commitListener = commitListener();
        return () -> factory.create(options, given, name, commitListener);
    }

    /** Makes a unit of work the active one of this thread. @return the previous one, for {@link #restore}, or null */
    UnitOfWorkContext activate(UnitOfWorkContext unitOfWork) {
        UnitOfWorkContext outer = ACTIVE.get();
        ACTIVE.set(unitOfWork);
        return outer;
    }

    void restore(UnitOfWorkContext outer) {
        if (outer == null) {
            ACTIVE.remove();
        } else {
            ACTIVE.set(outer);
        }
    }
}
