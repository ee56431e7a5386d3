package io.quarkiverse.binds.runtime.session;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.engine.spi.SessionImplementor;

/**
 * The sessions that join each transaction of a unit of work, including those opened by the application. A change of a managed
 * entity does not call its session, which therefore has to take part when the unit of work commits. Confined to the thread of
 * its unit of work.
 */
final class JoiningSessions {

    private static final int PURGE_THRESHOLD = 16;

    private final List<JoiningSession> sessions = new ArrayList<>(2);
    private int purgedAt = PURGE_THRESHOLD;

    void add(JoiningSession session) {
        if (sessions.contains(session)) {
            return;
        }
        if (sessions.size() >= purgedAt) {
            // a unit of work may open and close any number of sessions itself
            sessions.removeIf(closed -> !closed.isOpen());
            purgedAt = Math.max(PURGE_THRESHOLD, 2 * sessions.size());
        }
        sessions.add(session);
    }

    /** Makes the sessions join the transaction of this thread. */
    void join() {
        for (JoiningSession session : sessions) {
            session.join();
        }
    }

    /** The open sessions with a persistence context; asked without joining them to a transaction, as {@code isOpen()} would. */
    List<SessionImplementor> open() {
        List<SessionImplementor> open = new ArrayList<>(sessions.size());
        for (JoiningSession joining : sessions) {
            if (joining.session() instanceof SessionImplementor session && !session.isClosed()) {
                open.add(session);
            }
        }
        return open;
    }

    /** Whether an open session has changes that were not flushed. */
    boolean haveChanges() {
        return open().stream().anyMatch(JoiningSessions::hasChanges);
    }

    private static boolean hasChanges(SessionImplementor session) {
        try {
            return session.getActionQueue().hasAnyQueuedActions() || session.isDirty();
        } catch (RuntimeException e) {
            return false; // for example, a changed entity refers to a transient one; its flush would have failed
        }
    }

    void clear() {
        sessions.clear();
    }
}
