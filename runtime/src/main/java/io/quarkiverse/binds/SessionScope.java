package io.quarkiverse.binds;

/**
 * Selects, inside a unit of work, the sessions to use: work under a key uses the sessions of that key, one for each bind, and
 * its own transaction; work under another key uses others. Implement it as a bean of the application; without such a bean, a
 * unit of work has one set of sessions. The equivalent of SQLAlchemy's {@code scopefunc}.
 * <p>
 * Called at every use, so it should be fast. All sessions of a unit of work, whatever their keys, end with it.
 * {@link Db#commit()}, {@link Db#flush()} and {@link Db#rollback()} apply to those of the current key; with
 * {@link CommitPolicy#ON_SUCCESS} all are committed, in the order in which they were first used.
 *
 * @since 0.1
 */
public interface SessionScope {

    /**
     * The key of the sessions for the current call.
     *
     * @return a value with {@code equals} and {@code hashCode}; null for the default sessions of the unit of work
     */
    Object key();
}
