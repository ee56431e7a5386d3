package io.quarkiverse.binds.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import jakarta.transaction.Transaction;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkiverse.binds.PartialCommitException;
import io.quarkiverse.binds.UnitOptions;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkus.runtime.BlockingOperationControl;

/**
 * One unit of work. It belongs to one thread at a time, its owner; only {@link #end()} may come from another, and
 * {@link #resume()} takes it over after {@link #park()} has let it go.
 */
public final class Unit {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.session");

    private final Units units;
    private final Supplier<String> name;
    private final Chosen chosen;
    private final Map<String, UnitSession> views = new LinkedHashMap<>(4);
    private UnitOptions options;
    private SessionSet current;
    private Object currentKey;
    /** Only where a SessionScope bean gives keys. */
    private Map<Object, SessionSet> byKey;
    private volatile Thread owner = Thread.currentThread();
    private volatile boolean parked;
    private volatile boolean ended;
    private boolean endsWhenParked;
    private boolean committed;
    private int transactionals;
    private boolean outside;

    /**
     * @param given the databases of dynamic binds that are not to be selected
     */
    Unit(Units units, UnitOptions options, Map<String, String> given, Supplier<String> name) {
        this.units = units;
        this.chosen = new Chosen(given);
        this.options = options;
        this.name = name;
        this.current = new SessionSet(units, this);
    }

    public UnitOptions options() {
        return options;
    }

    String name() {
        return name.get();
    }

    /** The session as the user sees it: the same object within the unit, whatever happens to the one behind it. */
    Session view(String bind) {
        enter();
        UnitSession view = views.get(bind);
        if (view == null) {
            units.persistence().factory(bind); // refuses a bind without entities here rather than at the first use
            view = new UnitSession(this, bind);
            views.put(bind, view);
        }
        return view;
    }

    /** The session that works. */
    Session session(String bind) {
        return enter().session(bind);
    }

    /** The databases of dynamic binds that were given to it. */
    Map<String, String> given() {
        return chosen.given();
    }

    /** The key of the database of a dynamic bind that it is in, and stays in if this is the thread it runs on. */
    String database(String bind) {
        if (owner == Thread.currentThread()) {
            return chosen.key(bind, units.choice(), name());
        }
        String given = given().get(bind);
        return given == null ? units.choice().select(bind) : given;
    }

    /** The sessions to be used now, by the thread that may. */
    SessionSet enter() {
        if (owner != Thread.currentThread()) {
            throw elsewhere();
        }
        if (units.scope() != null) {
            select(units.scope().key());
        }
        if (!current.hasWork()) {
            if (!BlockingOperationControl.isBlockingAllowed()) {
                throw new NoUnitOfWorkException("A database cannot be used on the event loop (thread '"
                        + Thread.currentThread().getName() + "'), which it would block: annotate the method of " + name()
                        + " with @Blocking or @RunOnVirtualThread");
            }
            current.begin();
        }
        return current;
    }

    private void select(Object key) {
        if (Objects.equals(key, currentKey)) {
            return;
        }
        if (byKey == null) {
            byKey = new LinkedHashMap<>();
            byKey.put(currentKey, current);
        }
        current.suspend();
        current = byKey.computeIfAbsent(key, k -> new SessionSet(units, this));
        currentKey = key;
        current.resume();
    }

    private NoUnitOfWorkException elsewhere() {
        String me = Thread.currentThread().getName();
        Thread other = owner;
        if (ended) {
            return new NoUnitOfWorkException("The unit of work of " + name() + " has ended, thread '" + me
                    + "' cannot use it any more: give this work one of its own with db.run(...) or db.call(...)");
        }
        if (parked || other == null) {
            return new NoUnitOfWorkException("The method of " + name()
                    + " has returned: its unit of work takes no more work, from"
                    + " thread '" + me + "' or any other. Give this work one of its own with db.run(...) or db.call(...)");
        }
        return new NoUnitOfWorkException("The unit of work of " + name() + " belongs to thread '" + other.getName()
                + "' and was used by thread '" + me + "': sessions and their entities are for one thread. Give the work of the"
                + " other thread a unit of its own with db.run(...) or db.call(...)");
    }

    /** Whether work on this thread, in that transaction, is work of this unit. */
    boolean governs(Transaction onThread) {
        Transaction own = current.transaction();
        if (onThread == null) {
            return own == null ? !outside : owner != Thread.currentThread();
        }
        return onThread.equals(own);
    }

    public boolean hasWork() {
        return current.hasWork();
    }

    /** Whether it can be run again from its start without repeating what is committed. */
    public boolean hasCommitted() {
        return committed;
    }

    void flush() {
        enter().flush();
    }

    void commit() {
        SessionSet sessions = enter();
        if (options.readOnly() && sessions.leavesWrites()) {
            throw readOnly("commit changes");
        }
        commit(sessions);
    }

    private void commit(SessionSet sessions) {
        try {
            sessions.commit();
        } catch (CommitOutcomeUnknownException | PartialCommitException e) {
            committed = true; // perhaps, and that is enough not to do it again
            throw e;
        }
        committed = true;
    }

    public void rollback() {
        enter().rollback();
    }

    void requireWritable(String what) {
        if (options.readOnly()) {
            throw readOnly(what);
        }
    }

    private IllegalStateException readOnly(String what) {
        return new IllegalStateException("The unit of work of " + name() + " is read-only and cannot " + what
                + ": begin it without readOnly");
    }

    void commitWhenItEnds() {
        options = options.commitOnSuccess();
    }

    /** The end of a unit that went well: commits it if that is its policy. */
    public void finish() {
        if (units.policy(options) == CommitPolicy.ON_SUCCESS && owner == Thread.currentThread()) {
            commitAll();
        }
    }

    private void commitAll() {
        if (byKey == null) {
            if (current.hasWork()) {
                commit();
            }
            return;
        }
        for (SessionSet set : byKey.values()) {
            current.suspend();
            current = set;
            current.resume();
            if (set.hasWork()) {
                commit(set);
            }
        }
    }

    /** Options of an inner unit that joins this one. */
    void join(UnitOptions inner) {
        boolean isolation = inner.isolation() != Isolation.DEFAULT
                && inner.isolation() != options.isolation();
        boolean readOnly = inner.readOnly() && !options.readOnly();
        if ((isolation || readOnly) && hasWork()) {
            throw new IllegalStateException("The unit of work of " + name() + " has begun work"
                    + (isolation
                            ? " at the isolation level " + options.isolation() + ", it cannot change to " + inner.isolation()
                            : ", it cannot become read-only")
                    + ": set it where the unit begins, or run this part in a unit of its own with db.run(...)");
        }
        options = new UnitOptions(options.commit(), isolation ? inner.isolation() : options.isolation(), options.retries(),
                options.readOnly() || inner.readOnly(), options.idempotent() || inner.idempotent());
    }

    /**
     * Back to the start if a connection was lost before anything was committed.
     *
     * @return whether it is there, so that the request may be served again
     */
    public boolean restartAfterLoss(Exception e) {
        if (!units.retriesSafeMethods() || committed || !Failure.of(e).isOfConnection()) {
            return false;
        }
        LOG.debugf(e, "The connection to a database was lost in %s, which is run again", name());
        restart(UnitOptions.defaults());
        return true;
    }

    /** Back to the start, for another try on fresh sessions. */
    void restart(UnitOptions original) {
        endSets();
        chosen.forget();
        options = original;
    }

    /** @return whether it is the outermost one */
    boolean enterTransactional() {
        enter();
        return transactionals++ == 0;
    }

    void exitTransactional() {
        transactionals--;
    }

    /** The outermost transactional method of this unit has returned. */
    void endTransactional() {
        if (units.jta().isMarkedRollback()) {
            rollback();
        } else {
            commit();
        }
    }

    /** Whether the sessions are left to Quarkus where this thread has no transaction; @return what it was before */
    boolean outside(boolean now) {
        boolean before = outside;
        outside = now;
        return before;
    }

    /** Takes its transaction off this thread while something else runs there. */
    void suspend() {
        current.suspend();
    }

    void resumeHere() {
        current.resume();
    }

    /** The owner leaves without ending it: its method has returned a stage that is not complete. */
    public void park() {
        if (owner != Thread.currentThread()) {
            return;
        }
        current.suspend();
        boolean late;
        synchronized (this) {
            parked = true;
            owner = null;
            late = endsWhenParked;
        }
        if (late) {
            end();
        }
    }

    /** The calling thread goes on with a parked unit; a no-op for its owner. */
    public void resume() {
        synchronized (this) {
            if (!parked || ended) {
                return;
            }
            parked = false;
            owner = Thread.currentThread();
        }
        current.resume();
    }

    public boolean isParked() {
        return parked;
    }

    /**
     * Rolls back what is not committed and closes the sessions, once. From any thread that may block; while the owner is
     * still at work, as after a timeout that has answered for it, it happens when the owner leaves.
     */
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (owner != null && owner != Thread.currentThread()) {
                endsWhenParked = true;
                return;
            }
            ended = true;
        }
        try {
            if (units.warns()) {
                warn();
            }
        } finally {
            parked = false;
            owner = null;
            endSets();
        }
    }

    private void endSets() {
        Transaction others = null;
        if (current.hasWork() || byKey != null) {
            Transaction onThread = units.jta().current();
            if (onThread != null && !onThread.equals(current.transaction())) {
                others = units.jta().suspend();
            }
        }
        try {
            current.resume();
            current.end();
            if (byKey != null) {
                byKey.values().forEach(set -> {
                    set.resume();
                    set.end();
                });
                byKey = null;
                currentKey = null;
            }
        } finally {
            if (others != null) {
                units.jta().resume(others);
            }
        }
    }

    private void warn() {
        boolean writes = byKey == null ? current.leavesWrites()
                : byKey.values().stream().anyMatch(SessionSet::leavesWrites);
        if (writes && !options.readOnly()) {
            LOG.warnf(
                    "The unit of work of %s ended with changes that were not committed, they are rolled back: call db.commit(), or"
                            + " set quarkus.binds.session.commit=on-success",
                    name());
        }
    }
}
