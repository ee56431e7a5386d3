package io.quarkiverse.binds;

import java.time.Duration;
import java.util.Set;

/**
 * The databases of a dynamic bind ({@code quarkus.binds.<name>.dynamic=true}): unknown when the application is built and
 * started, opened at their first use, closed when they have not been used for {@code idle-ttl} or to make room for others
 * ({@code max-open}). Inject it:
 *
 * <pre>
 * &#64;Inject
 * Databases databases;
 * </pre>
 *
 * Its methods use the only dynamic bind of the application; of several, {@link #of(String)} selects one. An application-scoped
 * bean, thread-safe.
 * <p>
 * The address of a database is resolved in this order: the URL given to {@link #open(String, String, DatabaseOptions) open} for
 * its key; a {@link DatabaseSource} bean; the bind's {@code url} with {@code {key}} in it.
 *
 * @since 0.1
 */
public interface Databases {

    /**
     * Selects a dynamic bind.
     *
     * @param bind the name of a dynamic bind
     * @return the databases of that bind
     * @throws IllegalArgumentException if there is no dynamic bind of that name; the message lists the known names
     */
    Databases of(String bind);

    /**
     * {@return the name of the bind that the methods use}
     *
     * @throws IllegalStateException if there are several dynamic binds and none was selected, or if there is none
     */
    String bind();

    /**
     * Opens a database like {@link #open(String, String, DatabaseOptions)}, with the settings of the bind.
     *
     * @param key the key, which matches {@code key-pattern}
     * @param url the URL, of the kind that the bind was built for; with a user
     * @return the database
     */
    Database open(String key, String url);

    /**
     * Opens a database under a key: makes its pool, connects, and applies {@code schema} of the bind and the
     * {@link DatabaseInitializer} beans. The address is registered for the key until {@link #close(String)} or the end of the
     * application, even if the database is closed meanwhile for being idle or to make room for others.
     * <p>
     * The URL may come from outside. It has to be of the kind that the bind was built for. Driver properties that read files,
     * load classes or weaken authentication are refused; properties known to be harmless are allowed, and
     * {@code allow-url-properties} of the bind allows others. The user comes from the URL or the options: the bind's own
     * password is for its own servers, and is sent to others with {@link DatabaseOptions#withBindCredentials()} only.
     *
     * @param key the key, which matches {@code key-pattern}
     * @param url the URL
     * @param options the settings that differ from those of the bind
     * @return the database; the existing one if it is open under that key with the same URL and options
     * @throws IllegalStateException if another URL or other options are registered for the key, or if another thread closes the
     *         database while it is opened
     * @throws IllegalArgumentException if the URL or a property is refused, or neither URL nor options name a user
     * @throws UnknownDatabaseException if the server has no such database, or the key does not match {@code key-pattern}
     * @throws DatabaseUnavailableException if no connection is available; then nothing is registered
     */
    Database open(String key, String url, DatabaseOptions options);

    /**
     * Finds a database, and opens it if it is not open.
     *
     * @param key the key of the database
     * @return the database
     * @throws UnknownDatabaseException if no address is known for it, or the key does not match {@code key-pattern}
     * @throws DatabaseUnavailableException if no connection is available
     */
    Database get(String key);

    /**
     * Runs a separate unit of work, as {@link Db#run(UnitOfWorkRunnable)} does, in which this bind is the database with a key.
     *
     * @param <X> the type of the exception that the work may throw
     * @param key the key of the database, which is opened at its first use in the work
     * @param work the work, which the calling thread runs
     * @throws X if the work fails; its uncommitted changes are rolled back
     * @throws UnknownDatabaseException if the key does not match {@code key-pattern}, or at the first use if no address is
     *         known
     */
    <X extends Exception> void run(String key, UnitOfWorkRunnable<X> work) throws X;

    /**
     * Runs a separate unit of work like {@link #run(String, UnitOfWorkRunnable)}, with options.
     *
     * @param <X> the type of the exception that the work may throw
     * @param key the key of the database
     * @param options such as the isolation level and the number of retries
     * @param work the work, which is run again after a failure that a retry can resolve
     * @throws X if the work fails, and is not run again
     */
    <X extends Exception> void run(String key, UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X;

    /**
     * Runs a task like {@link #run(String, UnitOfWorkRunnable)} and returns its result.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception that the task may throw
     * @param key the key of the database
     * @param task the task, which the calling thread runs
     * @return the result of the task; entities in it are detached
     * @throws X if the task fails; its uncommitted changes are rolled back
     */
    <T, X extends Exception> T call(String key, UnitOfWorkCallable<T, X> task) throws X;

    /**
     * Runs a task like {@link #call(String, UnitOfWorkCallable)}, with options.
     *
     * @param <T> the type of the result
     * @param <X> the type of the exception that the task may throw
     * @param key the key of the database
     * @param options such as the isolation level and the number of retries
     * @param task the task, which is run again after a failure that a retry can resolve
     * @return the result of the task; entities in it are detached
     * @throws X if the task fails, and is not run again
     */
    <T, X extends Exception> T call(String key, UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X;

    /**
     * Closes a database and removes the address registered by {@link #open}. Its idle connections are closed at once; work in
     * progress continues, and its connections are closed when they are returned.
     *
     * @param key the key of the database, which need not be open
     * @return whether the database was open, or registered by {@link #open}
     * @throws UnknownDatabaseException if the key is null
     * @throws IllegalStateException if a {@link DatabaseSource} or {@link DatabaseInitializer} closes the database that it
     *         opens
     */
    boolean close(String key);

    /**
     * Closes a database like {@link #close(String)} and waits until no unit of work uses a connection of it any more, nor of a
     * database that was closed under the same key before. Then its address can be changed: all its work is committed or rolled
     * back. Before the call the {@link DatabaseSource} has to refuse the key, or the next use opens it again. Other instances
     * of the application have to be drained too. A unit of work that uses the database itself must not call this: it would wait
     * for itself.
     *
     * @param key the key of the database, which need not be open
     * @param timeout the longest time to wait
     * @return false if a connection was still in use at the timeout, or if the thread was interrupted, whose interrupt status
     *         stays set; the database is closed in any case
     * @throws NullPointerException if the timeout is null
     */
    boolean drain(String key, Duration timeout);

    /** {@return the keys of the databases that are open now, sorted; a copy} */
    Set<String> keys();

    /** {@return the current figures of the open databases, read without a command to a server} */
    DatabasesStats stats();
}
