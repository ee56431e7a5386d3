package io.quarkiverse.binds;

/**
 * Decides, inside a unit of work, which sessions are used: work under one key sees the sessions of that key, one per bind, and
 * its own transaction; work under another key sees others. Make it a bean of the application to have it; without one, a unit of
 * work has one set of sessions. The equivalent of SQLAlchemy's {@code scopefunc}.
 * <p>
 * Asked at every use, so it should be cheap. All sessions of a unit, whatever their keys, end with the unit.
 * {@link Db#commit()}, {@link Db#flush()} and {@link Db#rollback()} concern those of the key that is current when they are
 * called; with {@link CommitPolicy#ON_SUCCESS} all are committed, in the order in which they were first used.
 */
public interface SessionScope {

    /**
     * The key of the sessions to be used now.
     *
     * @return a value with {@code equals} and {@code hashCode}; null for the unit's usual ones
     */
    Object key();
}
