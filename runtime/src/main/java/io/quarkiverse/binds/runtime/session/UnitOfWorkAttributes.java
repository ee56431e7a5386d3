package io.quarkiverse.binds.runtime.session;

import java.util.function.Consumer;
import java.util.function.Supplier;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.Reads;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.recording.QueryLog;

/**
 * The attributes of a unit of work: its name, options and databases, the thread that it is confined to, and whether it has
 * committed. Shared by the unit of work and its sessions.
 */
final class UnitOfWorkAttributes {

    final Supplier<String> name;
    private final SelectedDatabases databases;
    private final Consumer<String> commitListener;
    final ThreadConfinement confinement = new ThreadConfinement();
    private final UnitOfWorkServices services;
    private final UnitOfWorkListeners listeners;
    /** Whether a bind was committed, so that running the work again would repeat that. */
    private boolean hasCommitted;
    private UnitOfWorkOptions options;
    private UnitOfWorkAttempt attempt;
    private volatile QueryLog queryLog;

    /**
     * @param commitListener receives each bind that a commit of this unit of work, or of one within it, has committed
     */
    UnitOfWorkAttributes(UnitOfWorkServices services, Supplier<String> name, UnitOfWorkOptions options,
            SelectedDatabases databases, Consumer<String> commitListener) {
        this.name = name;
        this.options = options;
        this.databases = databases;
        this.commitListener = commitListener;
        this.services = services;
        this.listeners = services.listeners;
        this.attempt = listeners == null ? null : newAttempt();
    }

    String name() {
        return name.get();
    }

    UnitOfWorkOptions options() {
        return options;
    }

    /** Whether a read need not begin the transaction, in any bind. */
    boolean readsByStatement() {
        return options.reads() != Reads.TRANSACTION && options.isolation() == Isolation.DEFAULT
                && services.reads.isPossible(options.reads() == Reads.STATEMENT);
    }

    /** Whether a read of a bind need not begin the transaction. */
    boolean readsByStatement(String bind) {
        return readsByStatement() && (options.reads() == Reads.STATEMENT || services.reads.isByStatement(bind));
    }

    boolean retriesSafeMethods() {
        return services.retriesSafeMethods;
    }

    SelectedDatabases databases() {
        return databases;
    }

    /** The key of the database in a dynamic bind; kept if the calling thread owns the unit of work. */
    String database(String bind) {
        return confinement.isOwner() ? databases.key(bind, name) : databases.keyForOtherThread(bind);
    }

    /** Whether something is committed, so that running the work again would repeat that. */
    boolean hasCommitted() {
        return hasCommitted;
    }

    /** Records a commit: by this unit of work, or by a transaction or unit of work that was begun inside. */
    void committed(String bind) {
        hasCommitted = true;
        commitListener.accept(bind);
    }

    /** Records a commit of a transaction of this unit of work. */
    void committedItself(String bind) {
        if (attempt != null) {
            attempt.committed(bind);
        }
        committed(bind);
    }

    /** Records a failed commit. */
    void commitFailed(RuntimeException failure) {
        failed(failure, false);
        if (failure instanceof CommitOutcomeUnknownException unknown) {
            if (attempt != null) {
                attempt.unknown();
            }
            committed(unknown.bind()); // the bind may have committed, which rules out another run
        }
    }

    /** The statements of the current attempt; for a bind whose statements are recorded or counted. */
    QueryLog queryLog() {
        if (queryLog == null) {
            queryLog = services.queryLogs.create(name);
        }
        return queryLog;
    }

    /** The statements of the current attempt; null if none was recorded. */
    QueryLog queryLogOrNull() {
        return queryLog;
    }

    /** Collects how the current attempt goes; null if there are no listeners. */
    UnitOfWorkAttempt attempt() {
        return attempt;
    }

    private UnitOfWorkAttempt newAttempt() {
        return new UnitOfWorkAttempt(listeners, databases::keyOrNull);
    }

    /** Records the exception that ends the current attempt. */
    void failed(Throwable failure, boolean again) {
        if (attempt != null) {
            attempt.failed(failure, again);
        }
    }

    /** Reports the end of the current attempt to the listeners, which there have to be. */
    void ended(boolean uncommittedChanges) {
        attempt.report(name(), uncommittedChanges, queryLog);
    }

    /** @param action the writing action, as in "add entities" */
    void requireWritable(String action) {
        if (options.readOnly()) {
            throw new IllegalStateException("The unit of work of " + name() + " is read-only and cannot " + action
                    + ": begin it without readOnly");
        }
    }

    void commitOnSuccess() {
        options = options.commitOnSuccess();
    }

    /**
     * Adopts the options of an inner unit of work that joins this one.
     *
     * @param begun whether a transaction has begun, so that neither its isolation nor its access mode can change
     */
    void join(UnitOfWorkOptions inner, boolean begun) {
        boolean isolation = inner.isolation() != Isolation.DEFAULT
                && inner.isolation() != options.isolation();
        boolean readOnly = inner.readOnly() && !options.readOnly();
        if ((isolation || readOnly) && begun) {
            throw new IllegalStateException("The unit of work of " + name() + " has begun work"
                    + (isolation
                            ? " at the isolation level " + options.isolation() + ", it cannot change to " + inner.isolation()
                            : ", it cannot become read-only")
                    + ": set it where the unit begins, or run this part in a unit of its own with db.run(...)");
        }
        options = new UnitOfWorkOptions(options.commit(), isolation ? inner.isolation() : options.isolation(),
                options.retries(),
                options.readOnly() || inner.readOnly(), options.idempotent() || inner.idempotent(),
                inner.reads() == Reads.DEFAULT ? options.reads() : inner.reads());
    }

    /** Ends the attempt, and resets the attributes to those of the beginning for the next one. */
    void restart(UnitOfWorkOptions original) {
        if (listeners != null) {
            ended(false);
            attempt = newAttempt();
        }
        queryLog = null;
        databases.forget();
        options = original;
    }
}
