package io.quarkiverse.binds.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;
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
    private final UnitSets sets;
    private UnitOptions options;
    private final Ownership ownership = new Ownership();
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
        this.sets = new UnitSets(units.jta(), () -> new SessionSet(units, this));
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
        if (ownership.isMine()) {
            return chosen.key(bind, units.choice(), name());
        }
        String given = given().get(bind);
        return given == null ? units.choice().select(bind) : given;
    }

    /** The sessions to be used now, by the thread that may. */
    SessionSet enter() {
        if (!ownership.isMine()) {
            throw ownership.refusal(name());
        }
        if (units.scope() != null) {
            sets.select(units.scope().key());
        }
        SessionSet current = sets.current();
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

    /** Whether work on this thread, in that transaction, is work of this unit. */
    boolean governs(Transaction onThread) {
        Transaction own = sets.current().transaction();
        if (onThread == null) {
            return own == null ? !outside : !ownership.isMine();
        }
        return onThread.equals(own);
    }

    public boolean hasWork() {
        return sets.current().hasWork();
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
        if (units.policy(options) == CommitPolicy.ON_SUCCESS && ownership.isMine()) {
            if (options.readOnly() && sets.leaveWrites()) {
                throw readOnly("commit changes");
            }
            sets.eachWithWork(this::commit);
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
        sets.end();
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
        sets.current().suspend();
    }

    void resumeHere() {
        sets.current().resume();
    }

    /** The owner leaves without ending it: its method has returned a stage that is not complete. */
    public void park() {
        if (!ownership.isMine()) {
            return;
        }
        sets.current().suspend();
        if (ownership.park()) {
            end();
        }
    }

    /** The calling thread goes on with a parked unit; a no-op for its owner. */
    public void resume() {
        if (ownership.take()) {
            sets.current().resume();
        }
    }

    public boolean isParked() {
        return ownership.isParked();
    }

    /**
     * Rolls back what is not committed and closes the sessions, once. From any thread that may block; while the owner is
     * still at work, as after a timeout that has answered for it, it happens when the owner leaves.
     */
    public void end() {
        if (!ownership.end()) {
            return;
        }
        try {
            if (units.warns()) {
                warn();
            }
        } finally {
            ownership.release();
            sets.end();
        }
    }

    private void warn() {
        if (!options.readOnly() && sets.leaveWrites()) {
            LOG.warnf(
                    "The unit of work of %s ended with changes that were not committed, they are rolled back: call db.commit(), or"
                            + " set quarkus.binds.session.commit=on-success",
                    name());
        }
    }
}
