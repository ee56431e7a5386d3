package io.quarkiverse.binds.runtime.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transaction;

import org.hibernate.FlushMode;
import org.hibernate.HibernateException;
import org.hibernate.Session;
import org.hibernate.SessionBuilder;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.transaction.CommitRecord;

/**
 * The sessions of a unit of work, one per bind, and the transaction that they share. The transaction is begun at the first use,
 * and again right after each commit: a lazy association that is read then, without passing here, has to find one. Neither costs
 * the server a command; connections are borrowed by the first statement.
 * <p>
 * Confined to the thread of its unit.
 */
final class SessionSet {

    private final Units units;
    private final Unit unit;
    private final Map<String, Session> sessions = new LinkedHashMap<>(4);
    private Transaction transaction;
    private CommitRecord record;
    private boolean wrote;

    SessionSet(Units units, Unit unit) {
        this.units = units;
        this.unit = unit;
    }

    Transaction transaction() {
        return transaction;
    }

    boolean hasWork() {
        return transaction != null;
    }

    /** Begins the transaction, unless it has begun. */
    void begin() {
        if (transaction == null) {
            record = new CommitRecord(unit.options().isolation().level(), unit.options().readOnly());
            transaction = units.jta().begin(record);
            // what is changed in an entity after a commit does not pass the session, which has to be there at the next one
            sessions.values().forEach(session -> {
                if (session.isOpen()) {
                    session.joinTransaction();
                }
            });
        }
    }

    Session session(String bind) {
        begin();
        // asked each time: a key that changes on the way is to be noticed
        String database = units.persistence().isDynamic(bind) ? unit.database(bind) : null;
        Session session = sessions.get(bind);
        if (session == null || !session.isOpen()) {
            session = open(bind, database);
            sessions.put(bind, session);
        }
        return session;
    }

    /**
     * @param database the key of the database of a dynamic bind, null in others
     */
    private Session open(String bind, String database) {
        if (unit.options().isolation() != Isolation.DEFAULT && units.persistence().isTwoPhase(bind)) {
            throw new IllegalStateException("The isolation of a unit of work cannot be set on " + BindNames.display(bind)
                    + ", whose transactions are begun by XA: set quarkus.binds.<name>.isolation");
        }
        SessionFactory factory = units.persistence().factory(bind);
        String tenant = database == null ? null : units.choice().tenant(bind, database);
        Session session;
        if (units.warns()) {
            SessionBuilder options = factory.withOptions().statementInspector(watching(factory));
            session = (tenant == null ? options : options.tenantIdentifier((Object) tenant)).openSession();
        } else {
            session = tenant == null ? factory.openSession() : units.persistence().open(bind, tenant);
        }
        if (unit.options().readOnly()) {
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
        }
        return session;
    }

    /** In dev mode only: sees whether anything was written, for the warning at the end. */
    private UnaryOperator<String> watching(SessionFactory factory) {
        StatementInspector users = factory.unwrap(org.hibernate.engine.spi.SessionFactoryImplementor.class)
                .getSessionFactoryOptions().getStatementInspector();
        return sql -> {
            String inspected = users == null ? sql : users.inspect(sql);
            noteWrite(inspected == null ? sql : inspected);
            return inspected;
        };
    }

    void noteWrite(String sql) {
        if (!wrote && units.warns()) {
            String start = sql.stripLeading();
            wrote = !start.regionMatches(true, 0, "select", 0, 6) && !start.regionMatches(true, 0, "with", 0, 4);
        }
    }

    /** Whether something was sent to a database, or waits to be, that no commit has followed. */
    boolean leavesWrites() {
        return wrote || sessions.values().stream().anyMatch(session -> session.isOpen()
                && session.unwrap(SessionImplementor.class).getActionQueue().hasAnyQueuedActions());
    }

    void flush() {
        sessions.values().forEach(session -> {
            if (session.isOpen()) {
                session.flush();
            }
        });
    }

    /** Sends what the session of one bind holds back, if it has one. */
    void flush(String bind) {
        Session session = sessions.get(bind);
        if (session != null && session.isOpen() && !unit.options().readOnly()) {
            session.flush();
        }
    }

    void commit() {
        if (transaction == null) {
            return;
        }
        CommitRecord outcome = record;
        try {
            units.jta().commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | RuntimeException e) {
            letGo();
            discard();
            throw failure(outcome, e);
        }
        transaction = null;
        wrote = false;
        begin();
    }

    private static RuntimeException failure(CommitRecord outcome, Exception e) {
        RuntimeException ofBinds = outcome.failure();
        if (ofBinds != null) {
            return ofBinds;
        }
        // the sessions flush as part of the commit: what they met is what the user wants to see
        if (e.getCause() instanceof RuntimeException met) {
            return met;
        }
        if (e instanceof HeuristicMixedException) {
            return new jakarta.persistence.PersistenceException(
                    "The transaction manager cannot tell whether everything is committed: some binds may be committed and others"
                            + " rolled back. Its log names the branches",
                    e);
        }
        return new jakarta.persistence.RollbackException(
                "The commit was refused and everything is rolled back: an exception of an"
                        + " earlier statement marked the transaction for rollback, or it timed out"
                        + " (quarkus.transaction-manager.default-transaction-timeout)",
                e);
    }

    void rollback() {
        if (transaction != null) {
            letGo();
            discard();
        }
    }

    /** Whatever the state, the transaction leaves this thread and is ended. */
    private void letGo() {
        Transaction own = transaction;
        transaction = null;
        Transaction current = units.jta().current();
        if (own.equals(current)) {
            units.jta().rollback();
        }
    }

    /** The sessions of a rolled back transaction believe in rows that are not there. */
    private void discard() {
        wrote = false;
        sessions.values().forEach(SessionSet::close);
        sessions.clear();
    }

    /**
     * A session whose transaction was rolled back by another thread, by the reaper after its timeout or at the end of a stage,
     * says so once, whatever it is asked, and is open still.
     */
    private static void close(Session session) {
        boolean open;
        try {
            open = session.isOpen();
        } catch (HibernateException e) {
            open = session.isOpen();
        }
        if (open) {
            session.close();
        }
    }

    /** Takes the transaction off this thread, to go on with it on another. */
    void suspend() {
        if (transaction != null && transaction.equals(units.jta().current())) {
            units.jta().suspend();
        }
    }

    void resume() {
        if (transaction != null && !transaction.equals(units.jta().current())) {
            units.jta().resume(transaction);
        }
    }

    void end() {
        try {
            rollback();
        } finally {
            discard();
        }
    }
}
