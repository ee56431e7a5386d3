package io.quarkiverse.binds.runtime.selection;

import java.util.function.Function;

import org.hibernate.Session;
import org.hibernate.SharedSessionContract;

import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.runtime.session.Sessions;
import io.quarkiverse.binds.runtime.session.UnitOfWorkDatabases;
import io.quarkiverse.binds.runtime.session.UnitOfWorkExecutor;

/** Runs the statements of selections in units of work. Thread-safe. */
final class SelectionUnits {

    private final Sessions sessions;
    private final UnitOfWorkDatabases databases;
    private final UnitOfWorkExecutor executor;

    SelectionUnits(Sessions sessions, UnitOfWorkDatabases databases, UnitOfWorkExecutor executor) {
        this.sessions = sessions;
        this.databases = databases;
        this.executor = executor;
    }

    /** The database of an entity for the work of this thread. */
    Target target(Class<?> entity) {
        String bind = sessions.persistenceUnit(entity);
        return new Target(bind, databases.keyIfDynamic(bind));
    }

    /** Refuses a query that was made for another database of a dynamic bind than that of this thread's work. */
    void requireSame(Target target, SharedSessionContract session) {
        if (target.key() != null) {
            databases.requireSame(target.bind(), session.getTenantIdentifier());
        }
    }

    /** Reads in the unit of work of this thread, which needs no further connection; otherwise in one of its own. */
    <R> R read(Definition<?> definition, Function<Session, R> work) {
        Target target = definition.target();
        boolean here = sessions.isAvailable() && (target.key() == null
                || databases.isSelected(target.bind()) && target.key().equals(databases.key(target.bind())));
        return here ? work.apply(sessions.of(definition.entity())) : run(definition, UnitOfWorkOptions.defaults(), work);
    }

    /** Runs work as a unit of work of its own, in the database of the selection. */
    <R> R run(Definition<?> definition, UnitOfWorkOptions options, Function<Session, R> work) {
        Target target = definition.target();
        String name = "a selection of " + definition.entity().getSimpleName();
        if (target.key() == null) {
            return executor.<R, RuntimeException> run(options, () -> name, () -> work.apply(sessions.of(definition.entity())));
        }
        return executor.<R, RuntimeException> runIn(target.bind(), target.key(), options, () -> name,
                () -> work.apply(sessions.of(definition.entity())));
    }

    /** Refuses changes of this thread's work, on whose locks the chunks would wait, and which they would not see. */
    void requireNothingUncommitted(Definition<?> definition) {
        if (sessions.hasUncommittedChanges(definition.target().bind())) {
            throw new IllegalStateException("The rows of a selection of " + definition.entity().getName()
                    + " are processed in units of work of their own, which do not see the uncommitted changes of this one and may"
                    + " wait for their locks: call db.commit() or db.rollback() before");
        }
    }
}
