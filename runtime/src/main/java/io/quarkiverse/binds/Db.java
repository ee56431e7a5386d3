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
 * {@link NoUnitOfWorkException}, except {@link #run}, {@link #call}, {@link #bind(String)},
 * {@link #selection(Class, String, Object...)} and {@link #openSelection}.
 * <p>
 * An application-scoped bean, thread-safe. The sessions and entities of a unit of work belong to the thread that it runs on.
 *
 * @since 0.1
 */
public interface Db {

    /**
     * Makes entities persistent, each in the bind of its class. The row is written by the next flush, or at once if the
     * database generates the id.
     *
     * @param entities new entities, of any binds; managed entities are left as they are
     * @throws IllegalArgumentException if an object is not an entity of a bind
     * @throws IllegalStateException in a read-only unit of work
     */
    void add(Object... entities);

    /**
     * Marks entities to be deleted by the next flush.
     *
     * @param entities managed entities, of any binds
     * @throws IllegalArgumentException if an object is not an entity of a bind
     * @throws IllegalStateException in a read-only unit of work
     */
    void delete(Object... entities);

    /**
     * Finds the entity with an id, in the session if it has been loaded already.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, which names its bind
     * @param id the id, of the type of the id attribute; not null
     * @param options such as {@code LockModeType.PESSIMISTIC_WRITE}
     * @return the entity; null if there is none, see {@link #getOr404(Class, Object, FindOption...)}
     * @throws IllegalArgumentException if the class is not an entity of a bind
     */
    <T> T get(Class<T> entity, Object id, FindOption... options);

    /**
     * Copies the state of a detached entity to the managed instance with its id, which is loaded if necessary.
     *
     * @param <T> the type of the entity
     * @param entity a detached entity, which stays detached; or a new entity, of which a copy is made persistent
     * @return the managed instance
     * @throws IllegalArgumentException if the object is not an entity of a bind
     * @throws IllegalStateException in a read-only unit of work
     */
    <T> T merge(T entity);

    /**
     * Reloads the state of entities from their databases. Changes that are not flushed are lost.
     *
     * @param entities managed entities, of any binds
     * @throws IllegalArgumentException if an object is not an entity of a bind
     * @throws jakarta.persistence.EntityNotFoundException if the row of an entity no longer exists
     */
    void refresh(Object... entities);

    /**
     * Sends all changes to the databases of all binds that this unit of work has used, without a commit. Ids are generated, and
     * queries of this unit of work see the changes; other transactions do not.
     *
     * @throws jakarta.persistence.PersistenceException if a statement fails, for instance by a violated constraint
     */
    void flush();

    /**
     * Flushes and commits every bind that this unit of work has used. Entities stay managed; the next use begins a new
     * transaction. If the commit fails, all uncommitted changes are rolled back and the sessions are replaced by new ones.
     *
     * @throws jakarta.persistence.PersistenceException if the flush fails, for instance by a violated constraint: nothing is
     *         committed
     * @throws CommitOutcomeUnknownException if the connection was lost while the commit was in progress
     * @throws PartialCommitException if another bind had been committed before the commit of a bind failed
     * @throws IllegalStateException inside a transaction that this unit of work did not begin
     */
    void commit();

    /**
     * Rolls back the uncommitted changes of this unit of work in all binds. Loaded entities become detached.
     *
     * @throws IllegalStateException inside a transaction that this unit of work did not begin
     */
    void rollback();

    /**
     * {@return the session of the default bind, or else of the only bind with entities}
     *
     * @throws IllegalStateException if there are several binds with entities and no default bind
     */
    Session session();

    /**
     * {@return the session of the bind of an entity}
     *
     * @param entity the class of the entity
     * @throws IllegalArgumentException if the class is not an entity of a bind
     */
    Session session(Class<?> entity);

    /**
     * {@return the session of a bind}
     *
     * @param bind the name of a bind with entities, or {@link Bind#DEFAULT}
     * @throws IllegalArgumentException if there is no bind of that name; the message lists the known names
     */
    Session session(String bind);

    /**
     * Finds a bind, for SQL statements.
     *
     * @param name the name of a bind, or {@link Bind#DEFAULT}
     * @return the bind, also outside of a unit of work
     * @throws IllegalArgumentException if there is no bind of that name; the message lists the known names
     */
    BindDb bind(String name);

    /**
     * Creates a query for entities, in the session of their bind.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, which names the bind
     * @param query a complete HQL query, or a part such as {@code "name = ?1"}, {@code "where name = ?1"} or
     *        {@code "order by name"}
     * @param parameters the values of {@code ?1}, {@code ?2} and so on
     * @return the query, which has not run yet; not thread-safe
     * @throws IllegalArgumentException if the class is not an entity of a bind
     * @throws org.hibernate.HibernateException if the query is not valid
     */
    <T> SelectionQuery<T> query(Class<T> entity, String query, Object... parameters);

    /**
     * Finds the entity with an id, or responds with 404.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, which names its bind
     * @param id the id; a null, or a value that cannot be converted to the type of the id, responds with 404 too
     * @param options such as {@code LockModeType.PESSIMISTIC_WRITE}
     * @return the entity, not null
     * @throws RuntimeException if there is no such entity: in an application with Quarkus REST an exception whose response is
     *         404, otherwise a {@link jakarta.persistence.EntityNotFoundException}
     */
    <T> T getOr404(Class<T> entity, Object id, FindOption... options);

    /**
     * Finds the entity with an id, or responds with 404 and a text.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, which names its bind
     * @param id as in {@link #getOr404(Class, Object, FindOption...)}
     * @param description the body of the response, and the message of the exception
     * @param options such as {@code LockModeType.PESSIMISTIC_WRITE}
     * @return the entity, not null
     */
    <T> T getOr404(Class<T> entity, Object id, String description, FindOption... options);

    /**
     * Reads the first result.
     *
     * @param <T> the type of a result
     * @param query the query, whose order decides which result is first; its {@code setFirstResult} and {@code setMaxResults}
     *        have no effect
     * @return the first result; empty if there is none, or if it is null
     */
    <T> Optional<T> first(SelectionQuery<T> query);

    /**
     * Reads the only result.
     *
     * @param <T> the type of a result
     * @param query the query; its {@code setFirstResult} and {@code setMaxResults} have no effect
     * @return the only result; null if the query selects a value that is null
     * @throws jakarta.persistence.NoResultException if there is no result
     * @throws jakarta.persistence.NonUniqueResultException if there is more than one result
     */
    <T> T one(SelectionQuery<T> query);

    /**
     * Reads the first result, or responds with 404 as {@link #getOr404(Class, Object, FindOption...)} does.
     *
     * @param <T> the type of a result
     * @param query as in {@link #first}
     * @return the first result, not null
     */
    <T> T firstOr404(SelectionQuery<T> query);

    /**
     * Reads the first result, or responds with 404 and a text.
     *
     * @param <T> the type of a result
     * @param query as in {@link #first}
     * @param description the body of the response, and the message of the exception
     * @return the first result, not null
     */
    <T> T firstOr404(SelectionQuery<T> query, String description);

    /**
     * Reads the only result, or responds with 404 if there is none or more than one, as
     * {@link #getOr404(Class, Object, FindOption...)} does.
     *
     * @param <T> the type of a result
     * @param query as in {@link #one}
     * @return the only result, not null
     */
    <T> T oneOr404(SelectionQuery<T> query);

    /**
     * Reads the only result, or responds with 404 and a text if there is none or more than one.
     *
     * @param <T> the type of a result
     * @param query as in {@link #one}
     * @param description the body of the response, and the message of the exception
     * @return the only result, not null
     */
    <T> T oneOr404(SelectionQuery<T> query, String description);

    /**
     * Finds the entity with a unique key, or inserts it, without a lock; see
     * {@link #getOrCreate(Class, Attributes, Consumer, LockModeType)}.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity
     * @param key the values of the key by the Java names of their attributes; no value is null
     * @param init sets other attributes of the new entity
     * @return the entity, and whether this call has inserted it
     */
    default <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Map<String, ?> key, Consumer<? super T> init) {
        return getOrCreate(entity, Attributes.of(key), init);
    }

    /**
     * Finds the entity with a unique key, or inserts it, without a lock; see
     * {@link #getOrCreate(Class, Attributes, Consumer, LockModeType)}.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity
     * @param key the values of the key; none is null
     * @param init sets other attributes of the new entity
     * @return the entity, and whether this call has inserted it
     */
    default <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Attributes<T> key, Consumer<? super T> init) {
        return getOrCreate(entity, key, init, LockModeType.NONE);
    }

    /**
     * Finds the entity with a unique key, or inserts it. Of any number of concurrent calls, one inserts the row and all others
     * return it. The session of the bind is flushed, the row is inserted, and it is read if the server reports a duplicate key.
     * The row is part of this unit of work: a rollback removes it. All other work of this unit of work stays, whatever the
     * outcome.
     * <p>
     * {@code init} is called with a new instance each time, also if the entity exists, before a statement is sent. It must have
     * no effects on other objects; in particular it must not add the instance to a collection of a managed entity. The insert
     * has the effects of {@link #add}: generated ids, callbacks, cascades, validation.
     * <p>
     * With a lock, an existing row is read first, since on MySQL and MariaDB the locks that failed inserts leave would
     * deadlock; a new row is locked by its insert. Concurrent first calls for a key can still deadlock, which the retries of
     * the unit of work resolve ({@link UnitOfWork#retries()}).
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, not abstract
     * @param key one or more attributes, which a unique constraint of the database covers; no value is null
     * @param init sets other attributes of the new entity
     * @param lock {@code NONE}, {@code PESSIMISTIC_READ} or {@code PESSIMISTIC_WRITE}
     * @return the managed entity, and whether this call has inserted it
     * @throws IllegalArgumentException if an attribute is unknown, or a value is null or of another type
     * @throws IllegalStateException if no unique constraint covers the key; the message has the columns and the annotation.
     *         Also in a read-only unit of work
     * @throws org.hibernate.exception.ConstraintViolationException if the insert violates another constraint
     * @throws jakarta.persistence.OptimisticLockException if another transaction has created the row since this one began, so
     *         that its isolation level hides it, on PostgreSQL and H2 with {@code REPEATABLE_READ}; the unit of work can be run
     *         again
     */
    <T> GetOrCreateResult<T> getOrCreate(Class<T> entity, Attributes<T> key, Consumer<? super T> init, LockModeType lock);

    /**
     * Inserts a row, or updates the row with a unique key; see {@link #upsert(Class, Attributes, Attributes, Consumer)}.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity
     * @param key the values of the key by the Java names of their attributes; no value is null
     * @param values the values that are set in both cases, by the names of their attributes
     */
    default <T> void upsert(Class<T> entity, Map<String, ?> key, Map<String, ?> values) {
        upsert(entity, Attributes.of(key), Attributes.of(values));
    }

    /**
     * Inserts a row, or updates the row with a unique key; see {@link #upsert(Class, Attributes, Attributes, Consumer)}.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity
     * @param key the values of the key; none is null
     * @param values the values that are set in both cases
     */
    default <T> void upsert(Class<T> entity, Attributes<T> key, Attributes<T> values) {
        upsert(entity, key, values, created -> {
        });
    }

    /**
     * Inserts a row, or updates the row with a unique key, by one statement ({@code ON DUPLICATE KEY UPDATE},
     * {@code ON CONFLICT} or {@code MERGE}). Flushes the session of its bind before; a managed instance of the row is
     * refreshed. A version is incremented, and timestamps such as {@code @UpdateTimestamp} are set; callbacks such as
     * {@code @PrePersist}, cascades and validation of beans do not run.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, not abstract
     * @param key one or more attributes, which are together the columns of a unique constraint; no value is null
     * @param values the attributes that are set in both cases
     * @param init sets other attributes of a new row, on an instance that is discarded; called each time, also if the row
     *        exists
     * @throws IllegalArgumentException if an attribute is unknown, or a value is of another type
     * @throws IllegalStateException if no unique constraint has the columns of the key, or if the entity needs more than one
     *         row; on MySQL and MariaDB also if the table has another unique constraint, which the server would take for the
     *         key; also in a read-only unit of work
     */
    <T> void upsert(Class<T> entity, Attributes<T> key, Attributes<T> values, Consumer<? super T> init);

    /**
     * Reads the page of the results of a query that the parameters {@code page} and {@code per_page} of the current REST
     * request name; outside of a request, page 1 of the configured size. The results are counted after the page is read; if
     * that fails, the call fails.
     *
     * @param <T> the type of a result
     * @param query HQL, criteria or native SQL, with an order that is the same each time, such as one that ends with the id
     * @return the page
     * @throws RuntimeException answered with 404, see {@link #getOr404(Class, Object, FindOption...)}, if the parameters are no
     *         numbers of at least 1, or if the page has no results and is not page 1
     */
    <T> Pagination<T> paginate(SelectionQuery<T> query);

    /**
     * Reads a page of the results of a query; see {@link #paginate(SelectionQuery)}.
     *
     * @param <T> the type of a result
     * @param query as in {@link #paginate(SelectionQuery)}
     * @param page number and size of the page, whether bad input is an error, and whether the results are counted
     * @return the page
     * @throws RuntimeException answered with 404 as in {@link #paginate(SelectionQuery)}, unless
     *         {@link PageParams#errorOut(boolean)} is false
     * @throws InvalidTokenException answered with 400, if the parameters have a cursor
     */
    <T> Pagination<T> paginate(SelectionQuery<T> query, PageParams page);

    /**
     * Reads a page of the results of a query of Panache; see {@link #paginate(SelectionQuery)}.
     *
     * @param <T> the type of a result
     * @param query the query, whose page or range is replaced by the range of the page that was read
     * @return the page
     */
    <T> Pagination<T> paginate(PanacheQuery<T> query);

    /**
     * Reads a page of the results of a query of Panache; see {@link #paginate(SelectionQuery, PageParams)}.
     *
     * @param <T> the type of a result
     * @param query as in {@link #paginate(PanacheQuery)}
     * @param page as in {@link #paginate(SelectionQuery, PageParams)}
     * @return the page
     */
    <T> Pagination<T> paginate(PanacheQuery<T> query, PageParams page);

    /**
     * Reads the page of the results of a query that the cursors {@code after} or {@code before}, and {@code per_page} of the
     * current REST request name; without a cursor the first page. The cost of a page does not grow with its distance from the
     * first, and rows that are inserted or deleted meanwhile move no row to another page.
     *
     * @param <T> the type of the entity
     * @param query HQL or criteria that selects one entity. Its order is made of basic attributes of the entity, of its
     *        embedded values and of its to-one associations; the id is added to it
     * @return the page
     * @throws InvalidTokenException answered with 400, if a cursor is damaged, forged, expired or of another query, if both
     *         cursors are given, or if the request has {@code page}
     * @throws IllegalArgumentException if the query or its order is not supported; the message names the part
     */
    <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query);

    /**
     * Reads a page of the results of a query by cursor; see {@link #paginateByCursor(SelectionQuery)}.
     *
     * @param <T> the type of the entity
     * @param query as in {@link #paginateByCursor(SelectionQuery)}
     * @param page cursor and size of the page, such as {@code PageParams.ofSize(50).after(cursor)}
     * @return the page
     */
    <T> CursorPagination<T> paginateByCursor(SelectionQuery<T> query, PageParams page);

    /**
     * Selects all rows of a query, for work on many rows without a list of their ids. Rows are not read before the selection is
     * used.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity, which names the bind
     * @param query as in {@link #query}, without grouping and limit; its order and its fetches do not matter
     * @param parameters the values of {@code ?1}, {@code ?2} and so on: texts, numbers, booleans, enums, UUIDs, values of
     *        {@code java.time}, and lists of these
     * @return the selection, which can be used outside of this unit of work
     * @throws IllegalArgumentException if the query or a parameter cannot be part of a selection; the message says why
     */
    <T> Selection<T> selection(Class<T> entity, String query, Object... parameters);

    /**
     * Selects all rows of an HQL query, such as the query of a page; see {@link #selection(Class, String, Object...)}.
     *
     * @param <T> the type of the entity
     * @param query an HQL query that selects one entity, without grouping and limit, with its parameters set
     * @return the selection
     * @throws IllegalArgumentException if the query or a parameter cannot be part of a selection; the message says why
     */
    <T> Selection<T> selection(SelectionQuery<T> query);

    /**
     * Opens a selection by the token that {@link Selection#token()} has made.
     *
     * @param <T> the type of the entity
     * @param entity the class of the entity of the selection
     * @param token the token, which may come from outside
     * @return the selection, with the bound and the number of rows of the time when the token was made
     * @throws InvalidTokenException answered with 400, if the token is forged, damaged, expired, or was made for another entity
     *         or database
     */
    <T> Selection<T> openSelection(Class<T> entity, String token);

    /**
     * Runs a separate unit of work, with its own sessions and its own transaction, also inside another unit of work or
     * transaction, which is suspended meanwhile. To keep its changes, the work calls {@link #commit()}, unless
     * {@code quarkus.binds.session.commit} is {@code on-success}.
     *
     * @param <X> the type of the exception that the work may throw
     * @param work the work, which the calling thread runs
     * @throws X if the work fails; its uncommitted changes are rolled back
     */
    <X extends Exception> void run(UnitOfWorkRunnable<X> work) throws X;

    /**
     * Runs a separate unit of work like {@link #run(UnitOfWorkRunnable)}, with options.
     *
     * @param <X> the type of the exception that the work may throw
     * @param options such as the commit policy, the isolation level and the number of retries
     * @param work the work, which is run again after a failure that a retry can resolve
     * @throws X if the work fails, and is not run again
     */
    <X extends Exception> void run(UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X;

    /**
     * Runs a task like {@link #run(UnitOfWorkRunnable)} and returns its result.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception that the task may throw
     * @param task the task, which the calling thread runs
     * @return the result of the task; entities in it are detached. If it is a {@code CompletionStage} or a {@code Uni}, the
     *         unit of work ends when it completes
     * @throws X if the task fails; its uncommitted changes are rolled back
     */
    <T, X extends Exception> T call(UnitOfWorkCallable<T, X> task) throws X;

    /**
     * Runs a task like {@link #call(UnitOfWorkCallable)}, with options.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception that the task may throw
     * @param options such as the commit policy, the isolation level and the number of retries
     * @param task the task, which is run again after a failure that a retry can resolve
     * @return the result of the task; entities in it are detached
     * @throws X if the task fails, and is not run again
     */
    <T, X extends Exception> T call(UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X;
}
