package io.quarkiverse.binds;

import jakarta.persistence.FindOption;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * All databases of the application in one object: what {@code db} and {@code db.session} are in Flask-SQLAlchemy. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Db db;
 * </pre>
 *
 * It works on the current <em>unit of work</em>, which a REST request is by itself, and so is a method with {@link UnitOfWork}
 * and what {@link #run} and {@link #call} are given. Within one, each bind has one session, opened at its first use. Nothing is
 * committed but by {@link #commit()}, by {@link CommitPolicy#ON_SUCCESS} or by the successful end of a {@code @Transactional}
 * method; at the end, what is not committed is rolled back and every session is closed.
 * <p>
 * Outside of a unit of work, in a transaction that something else began, such as one of {@code @Transactional} or
 * {@code @TestTransaction}, it works on the sessions of that transaction, and it is that transaction's end which commits.
 * Everywhere else its methods throw a {@link NoUnitOfWorkException}, except {@link #run}, {@link #call} and
 * {@link #bind(String)}.
 * <p>
 * An application-scoped bean, safe to share between threads. The sessions and entities of a unit belong to the thread that the
 * unit runs on.
 */
public interface Db {

    /**
     * Makes entities persistent, each in the bind of its class; the row is written by the next flush, or at once if the
     * database gives the id.
     *
     * @throws IllegalArgumentException if one is no entity of any bind
     */
    void add(Object... entities);

    /** Marks entities to be deleted by the next flush. */
    void delete(Object... entities);

    /**
     * The entity of that id, out of the session if it has been loaded already.
     *
     * @param options such as {@code LockModeType.PESSIMISTIC_WRITE}
     * @return null if there is none; see {@link #getOr404}
     */
    <T> T get(Class<T> entity, Object id, FindOption... options);

    /** The managed copy of a detached entity, with its state. */
    <T> T merge(T entity);

    /** Reads the state of entities again from their database. */
    void refresh(Object... entities);

    /**
     * Sends what has changed to the databases of all binds that this unit has used, without committing: ids are there, and
     * queries of this unit see it, others do not.
     */
    void flush();

    /**
     * Flushes and commits every bind that this unit has used. Entities stay managed; the next use begins a new
     * transaction. If it fails, everything that is not committed is rolled back and the sessions are replaced by fresh
     * ones.
     *
     * @throws jakarta.persistence.PersistenceException what the flush met, such as a violated constraint: nothing is committed
     * @throws CommitOutcomeUnknownException if the connection was lost while the commit was on its way
     * @throws PartialCommitException if another bind had been committed before one failed
     * @throws IllegalStateException inside a transaction that this unit did not begin
     */
    void commit();

    /** Rolls back what this unit has not committed, in all binds. Loaded entities become detached. */
    void rollback();

    /** The session of the default bind, or of the only bind. */
    Session session();

    /** The session of the bind in which an entity lives. */
    Session session(Class<?> entity);

    /** The session of a bind. */
    Session session(String bind);

    /**
     * A bind, for SQL of one's own.
     *
     * @param name the name of a bind, or {@link Bind#DEFAULT}
     * @throws IllegalArgumentException if there is none of that name; the message lists the names there are
     */
    BindDb bind(String name);

    /**
     * A query for entities, in the session of their bind.
     *
     * @param query HQL: a whole query, or a part of one such as {@code "name = ?1"}, {@code "where name = ?1"} or
     *        {@code "order by name"}
     * @param parameters the values of {@code ?1}, {@code ?2} and so on
     */
    <T> SelectionQuery<T> query(Class<T> entity, String query, Object... parameters);

    /**
     * The entity of that id, or the answer 404.
     *
     * @throws RuntimeException if there is none: in an application with Quarkus REST one that is answered with 404, else a
     *         {@link jakarta.persistence.EntityNotFoundException}
     */
    <T> T getOr404(Class<T> entity, Object id, FindOption... options);

    /**
     * The same with a text for the answer.
     *
     * @param description the body of the response, and the message of the exception
     */
    <T> T getOr404(Class<T> entity, Object id, String description, FindOption... options);

    /** The first result, or the answer 404 if there is none; see {@link #getOr404}. */
    <T> T firstOr404(SelectionQuery<T> query);

    /** The same with a text for the answer. */
    <T> T firstOr404(SelectionQuery<T> query, String description);

    /** The only result, or the answer 404 if there is none or more than one; see {@link #getOr404}. */
    <T> T oneOr404(SelectionQuery<T> query);

    /** The same with a text for the answer. */
    <T> T oneOr404(SelectionQuery<T> query, String description);

    /**
     * Runs a unit of work of its own: its own sessions, its own transaction, also inside another unit or transaction, which is
     * suspended meanwhile.
     */
    <X extends Exception> void run(Work<X> work) throws X;

    /** The same with options. */
    <X extends Exception> void run(UnitOptions options, Work<X> work) throws X;

    /** As {@link #run(Work)}, with a result. Entities in it are detached. */
    <T, X extends Exception> T call(Task<T, X> task) throws X;

    /** The same with options. */
    <T, X extends Exception> T call(UnitOptions options, Task<T, X> task) throws X;
}
