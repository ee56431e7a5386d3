package io.quarkiverse.binds.runtime.session;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.hibernate.BaseSessionEventListener;
import org.hibernate.FlushMode;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Flushes the sessions of a unit of work repeatedly until no changes remain: an entity listener of one bind may add to another,
 * change entities of another, or use a bind for the first time. Confined to the thread of its unit of work.
 */
final class FlushRounds {

    /**
     * Maximum of rounds, more than any chain of listeners over the binds of an application needs; a listener that adds entities
     * endlessly exceeds it.
     */
    static final int MAX_ROUNDS = 100;

    private final Supplier<List<SessionImplementor>> sessions;
    /**
     * The counters of the sessions, kept over all flushes, since a session keeps each listener that it is given. Null as long
     * as no flush had several sessions.
     */
    private Map<SessionImplementor, Statements> watched;

    /**
     * @param sessions the open sessions at that moment
     */
    FlushRounds(Supplier<List<SessionImplementor>> sessions) {
        this.sessions = sessions;
    }

    /** Counts the statements of a session, to detect whether its flush has sent any. */
    private static final class Statements extends BaseSessionEventListener {

        private static final long serialVersionUID = 1L;

        private int executed;

        @Override
        public void jdbcExecuteStatementStart() {
            executed++;
        }

        @Override
        public void jdbcExecuteBatchStart() {
            executed++;
        }
    }

    /**
     * Flushes until no changes remain.
     *
     * @param unitOfWork the name for the message
     * @return the sessions that are open afterwards
     * @throws IllegalStateException if changes remain after {@value #MAX_ROUNDS} rounds
     */
    List<SessionImplementor> run(Supplier<String> unitOfWork) {
        List<SessionImplementor> open = sessions.get();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            boolean executed = flush(open);
            List<SessionImplementor> now = sessions.get();
            if (now.size() == open.size() && !(executed && now.size() > 1) && !isAnythingQueued(now)) {
                return now;
            }
            open = now;
        }
        throw new IllegalStateException("The flush of " + unitOfWork.get() + " does not end: entity listeners still add or"
                + " change entities after " + MAX_ROUNDS + " rounds. Check the listeners that change an entity at each write");
    }

    /** @return whether any statement was sent; always false for a single session, which needs no further round */
    private boolean flush(List<SessionImplementor> open) {
        boolean executed = false;
        for (SessionImplementor session : open) {
            if (session.isClosed() || session.getHibernateFlushMode() == FlushMode.MANUAL) {
                continue;
            }
            if (open.size() == 1) {
                session.flush();
                continue;
            }
            Statements statements = statements(session);
            int before = statements.executed;
            session.flush();
            executed |= statements.executed != before;
        }
        return executed;
    }

    private Statements statements(SessionImplementor session) {
        if (watched == null) {
            watched = new IdentityHashMap<>(4);
        }
        return watched.computeIfAbsent(session, FlushRounds::watch);
    }

    private static Statements watch(SessionImplementor session) {
        Statements statements = new Statements();
        session.getEventListenerManager().addListener(statements);
        return statements;
    }

    private static boolean isAnythingQueued(List<SessionImplementor> open) {
        for (SessionImplementor session : open) {
            if (session.getHibernateFlushMode() != FlushMode.MANUAL && session.getActionQueue().hasAnyQueuedActions()) {
                return true;
            }
        }
        return false;
    }
}
