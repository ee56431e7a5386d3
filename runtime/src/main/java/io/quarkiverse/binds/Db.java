package io.quarkiverse.binds;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import jakarta.persistence.FindOption;
import jakarta.persistence.LockModeType;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import io.quarkus.hibernate.orm.panache.PanacheQuery;

/**
 * Access to all databases of the application, equivalent to {@code db} and {@code db.session} in Flask-SQLAlchemy. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Db db;
 * </pre>
 *
 * Its methods use the current <em>unit of work</em>. A REST request is a unit of work by itself, and so is a method with
 * {@link UnitOfWork} and a task of {@link #run} and {@link #call}. Within a unit of work each bind has one session, opened at
 * its first use. Work is committed only by {@link #commit()}, by {@link CommitPolicy#ON_SUCCESS} or by the successful end of a
 * {@code @Transactional} method; at the end, uncommitted changes are rolled back and every session is closed.
 * <p>
 * Outside of a unit of work, in a transaction that was begun elsewhere, such as by {@code @Transactional} or
 * {@code @TestTransaction}, the methods use the sessions of that transaction, whose end commits. Everywhere else they throw a
 * {@link NoUnitOfWorkException}, except {@link #run}, {@link #call} and {@link #bind(String)}.
 * <p>
 * An application-scoped bean, thread-safe. The sessions and entities of a unit of work belong to the thread that it runs on.
 *
 * @since 0.1
 */
public interface Db {

    /**
     * Makes entities persistent, each in the bind of its class; the row is written by the next flush, or at once if the
     * database generates the id.
     *
     * @throws IllegalArgumentException if an object is not an entity of a bind
     */
    void add(Object... entities);

    /** Marks entities to be deleted by the next flush. */
    void delete(Object... entities);

    /**
     * Finds the entity of that id, in the session if it has been loaded already.
     *
     * @param options such as {@code LockModeType.PESSIMISTIC_WRITE}
     * @return the entity; null if there is none, see {@link #getOr404}
     */
    <T> T get(Class<T> entity, Object id, FindOption... options);

    /** Copies the state of a detached entity to a managed one, which is returned. */
    <T> T merge(T entity);

    /** Reloads the state of entities from their database. */
    void refresh(Object... entities);

    /**
     * Sends all changes to the databases of all binds that this unit of work has used, without committing: ids are generated,
     * and queries of this unit of work see the changes, others do not.
     */
    void flush();

    /**
     * Flushes and commits every bind that this unit of work has used. Entities stay managed; the next use begins a new
     * transaction. If the commit fails, all uncommitted changes are rolled back and the sessions are replaced by new ones.
     *
     * @throws jakarta.persistence.PersistenceException if the flush fails, for instance by a violated constraint: nothing is
     *         committed
     * @throws CommitOutcomeUnknownException if the connection was lost while the commit was in progress
     * @throws PartialCommitException if another bind had been committed before one failed
     * @throws IllegalStateException inside a transaction that this unit of work did not begin
     */
    void commit();

    /** Rolls back the uncommitted changes of this unit of work in all binds. Loaded entities become detached. */
    void rollback();

    /** The session of the default bind, or of the only bind. */
    Session session();

    /** The session of the bind in which an entity lives. */
    Session session(Class<?> entity);

    /** The session of a bind. */
    Session session(String bind);

    /**
     * Finds a bind, for SQL statements.
     *
     * @param name the name of a bind, or {@link Bind#DEFAULT}
     * @throws IllegalArgumentException if there is no bind of that name; the message lists the known names
     */
    BindDb bind(String name);

    /**
     * Creates a query for entities, in the session of their bind.
     *
     * @param query a complete HQL query, or a part such as {@code "name = ?1"}, {@code "where name = ?1"} or
     *        {@code "order by name"}
     * @param parameters the values of {@code ?1}, {@code ?2} and so on
     */
    <T> SelectionQuery<T> query(Class<T> entity, String query, Object... parameters);

    /**
     * Finds the entity of that id, or responds with 404; also for an id that is no value of the type of the id.
     *
     * @throws RuntimeException if there is no such entity: in an application with Quarkus REST an exception whose response is
     *         404, otherwise a {@link jakarta.persistence.EntityNotFoundException}
     */
    <T> T getOr404(Class<T> entity, Object id, FindOption... options);

    /**
     * Finds the entity of that id, or responds with 404 and a text.
     *
     * @param description the body of the response, and the message of the exception
     */
    <T> T getOr404(Class<T> entity, Object id, String description, FindOption... options);

    /** The first result that is not null; empty if there is none. */
    <T> Optional<T> first(SelectionQuery<T> query);

    /**
     * The only result.
     *
     * @throws jakarta.persistence.NoResultException if there is none
     * @throws jakarta.persistence.NonUniqueResultException if there is more than one
     */
    <T> T one(SelectionQuery<T> query);

    /** The first result, or a 404 response if there is none; see {@link #getOr404}. */
    <T> T firstOr404(SelectionQuery<T> query);

    /** The first result, or a 404 response with a text; see {@link #getOr404}. */
    <T> T firstOr404(SelectionQuery<T> query, String description);

    /** The only result, or a 404 response if there is none or more than one; see {@link #getOr404}. */
    <T> T oneOr404(SelectionQuery<T> query);

    /** The only result, or a 404 response with a text; see {@link #getOr404}. */
    <T> T oneOr404(SelectionQuery<T> query, String description);

    /**
     * Finds the entity with a unique key, or inserts it: {@link #getOrCreate(Class, Attributes, Consumer)} with the names of
     * the attributes.
     */
    default <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Map<String, ?> key, Consumer<? super T> init) {
        return getOrCreate(entity, Attributes.of(key), init);
    }

    /** Finds or inserts an entity, without a lock; see {@link #getOrCreate(Class, Attributes, Consumer, LockModeType)}. */
    default <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Attributes<T> key, Consumer<? super T> init) {
        return getOrCreate(entity, key, init, LockModeType.NONE);
    }

    /**
     * Finds the entity with a unique key, or inserts it, so that of any number of concurrent calls one inserts it and all
     * others return it. Flushes the session of its bind, inserts the row, and reads it if the server reports a duplicate key.
     * The row is part of this unit of work: a rollback removes it. All other work of this unit of work stays, whatever the
     * outcome.
     * <p>
     * {@code init} is called with a new instance each time, also if the entity exists, before anything is sent. It must have no
     * effects on other objects; in particular it must not add the instance to a collection of a managed entity. The insert has
     * the effects of {@link #add}: generated ids, callbacks, cascades, validation.
     * <p>
     * With a lock, an existing row is read first, since on MySQL and MariaDB the locks that failed inserts leave would
     * deadlock; a new row is locked by its insert. Concurrent first calls for a key can still deadlock, which the retries of
     * the unit of work resolve ({@link UnitOfWork#retries()}).
     *
     * @param key one or more attributes, which a unique constraint of the database covers; no value is null
     * @param init sets other attributes of the new entity
     * @param lock {@code NONE}, {@code PESSIMISTIC_READ} or {@code PESSIMISTIC_WRITE}
     * @throws IllegalArgumentException if an attribute is unknown, or a value is null or of another type
     * @throws IllegalStateException if no unique constraint covers the key; the message has the columns and the annotation.
     *         Also
     *         in a read-only unit of work
     * @throws org.hibernate.exception.ConstraintViolationException if the insert violates another constraint
     * @throws jakarta.persistence.OptimisticLockException if another transaction has created the row since this one began, so
     *         that its isolation level hides it, on PostgreSQL and H2 with {@code REPEATABLE_READ}; the unit of work can be run
     *         again
     */
    <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Attributes<T> key, Consumer<? super T> init, LockModeType lock);

    /**
     * Inserts a row, or updates the row with that unique key: {@link #upsert(Class, Attributes, Attributes, Consumer)} with the
     * names of the attributes.
     */
    default <T> void upsert(Class<T> entity, Map<String, ?> key, Map<String, ?> values) {
        upsert(entity, Attributes.of(key), Attributes.of(values));
    }

    /** Inserts or updates a row; see {@link #upsert(Class, Attributes, Attributes, Consumer)}. */
    default <T> void upsert(Class<T> entity, Attributes<T> key, Attributes<T> values) {
        upsert(entity, key, values, created -> {
        });
    }

    /**
     * Inserts a row, or updates the row with that unique key, by one statement ({@code ON DUPLICATE KEY UPDATE},
     * {@code ON CONFLICT} or {@code MERGE}). Flushes the session of its bind before; a managed instance of the row is
     * refreshed. A version is incremented, and timestamps such as {@code @UpdateTimestamp} are set; callbacks such as
     * {@code @PrePersist}, cascades and validation of beans do not run.
     *
     * @param key one or more attributes, which are together the columns of a unique constraint; no value is null
     * @param values the attributes that are set in both cases
     * @param init sets other attributes of a new row, on an instance that is discarded; as for {@link #getOrCreate}, it is
     *        called
     *        each time
     * @throws IllegalArgumentException if an attribute is unknown, or a value is of another type
     * @throws IllegalStateException if no unique constraint has the columns of the key, or if the entity needs more than one
     *         row; on MySQL and MariaDB also if the table has another unique constraint, which the server would take for the
     *         key
     */
    <T> void upsert(Class<T> entity, Attributes<T> key, Attributes<T> values, Consumer<? super T> init);

    /**
     * A page of the results of a query, as the parameters {@code page} and {@code per_page} of the current REST request say;
     * outside of a request, page 1 of the configured size. The results are counted after the page is read; if that fails, the
     * call fails, unless {@link PageParams#count(boolean)} is false.
     *
     * @param query HQL, criteria or native SQL, with an order that is the same each time, such as one that ends with the id
     * @throws RuntimeException answered with 404, see {@link #getOr404}, if the parameters are no numbers of at least 1, or if
     *         the page has no results and is not page 1
     */
    <T> Pagination<T> paginate(SelectionQuery<T> query);

    /** The same with parameters of one's own, among them whether bad input is an error and whether the results are counted. */
    <T> Pagination<T> paginate(SelectionQuery<T> query, PageParams page);

    /**
     * A page of the results of a query of Panache; see {@link #paginate(SelectionQuery)}. The page and range of the query are
     * replaced; after that it has the range of the page.
     */
    <T> Pagination<T> paginate(PanacheQuery<T> query);

    /** The same with parameters of one's own; see {@link #paginate(SelectionQuery, PageParams)}. */
    <T> Pagination<T> paginate(PanacheQuery<T> query, PageParams page);

    /**
     * A page of the results of a query by cursor, as the parameters {@code after} or {@code before}, and {@code per_page} of
     * the current REST request say; without a cursor the first page. The cost of a page does not grow with its distance from
     * the first, and rows that are inserted or deleted meanwhile move no row to another page.
     *
     * @param query HQL or criteria, that selects one entity; its order is made of basic attributes of the entity, of its
     *        embedded values and of its to-one associations, and the id is added to it
     * @throws InvalidTokenException answered with 400, if a cursor is damaged, forged, expired or of another query, if both
     *         cursors are given, or a number of a page
     * @throws IllegalArgumentException if the query or its order is not supported; the message names the part
     */
    <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query);

    /** The same with parameters of one's own, such as {@code PageParams.ofSize(50).after(cursor)}. */
    <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query, PageParams page);

    /**
     * Selects all rows of a query, for work on many rows without a list of their ids. Nothing is read before the selection is
     * used.
     *
     * @param query as in {@link #query}, without grouping and limit; its order and its fetches do not matter
     * @param parameters the values of {@code ?1}, {@code ?2} and so on: texts, numbers, booleans, enums, UUIDs, values of
     *        {@code java.time}, and lists of these
     * @throws IllegalArgumentException if the query or a parameter cannot be part of a selection; the message says why
     */
    <T> Selection<T> selection(Class<T> entity, String query, Object... parameters);

    /** Selects all rows of an HQL query, such as the query of a page; see {@link #selection(Class, String, Object...)}. */
    <T> Selection<T> selection(SelectionQuery<T> query);

    /**
     * Opens a selection by the token that {@link Selection#token()} has made.
     *
     * @throws InvalidTokenException answered with 400, if the token is forged, damaged, expired, or was made for another entity
     *         or database
     */
    <T> Selection<T> openSelection(Class<T> entity, String token);

    /**
     * Runs a separate unit of work, with its own sessions and its own transaction, also inside another unit of work or
     * transaction, which is suspended meanwhile.
     */
    <X extends Exception> void run(UnitOfWorkRunnable<X> work) throws X;

    /** Runs a separate unit of work like {@link #run(UnitOfWorkRunnable)}, with options. */
    <X extends Exception> void run(UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X;

    /** Runs a task like {@link #run(UnitOfWorkRunnable)} and returns its result. Entities in it are detached. */
    <T, X extends Exception> T call(UnitOfWorkCallable<T, X> task) throws X;

    /** Runs a task like {@link #call(UnitOfWorkCallable)}, with options. */
    <T, X extends Exception> T call(UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X;
}
