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
     * The databases of another bind.
     *
     * @throws IllegalArgumentException if there is no dynamic bind of that name; the message lists the known names
     */
    Databases of(String bind);

    /**
     * The name of the bind that the methods use.
     *
     * @throws IllegalStateException if there are several dynamic binds and none was selected
     */
    String bind();

    /** Opens a database like {@link #open(String, String, DatabaseOptions)}, with the settings of the bind. */
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
     * @return the database; the existing one if it is open under that key with the same URL and options
     * @throws IllegalStateException if another URL or other options are registered for the key
     * @throws IllegalArgumentException if the URL or a property is refused, or neither URL nor options name a user
     * @throws UnknownDatabaseException if the server has no such database
     * @throws DatabaseUnavailableException if no connection is available; then nothing is registered
     */
    Database open(String key, String url, DatabaseOptions options);

    /**
     * Finds a database, and opens it if it is not open.
     *
     * @throws UnknownDatabaseException if no address is known for it, or the key does not match {@code key-pattern}
     * @throws DatabaseUnavailableException if no connection is available
     */
    Database get(String key);

    /**
     * Runs a separate unit of work, as {@link Db#run(UnitOfWorkRunnable)} does, in which this bind is the database of that key.
     */
    <X extends Exception> void run(String key, UnitOfWorkRunnable<X> work) throws X;

    /** Runs a separate unit of work like {@link #run(String, UnitOfWorkRunnable)}, with options. */
    <X extends Exception> void run(String key, UnitOfWorkOptions options, UnitOfWorkRunnable<X> work) throws X;

    /** Runs a task like {@link #run(String, UnitOfWorkRunnable)} and returns its result. Entities in it are detached. */
    <T, X extends Exception> T call(String key, UnitOfWorkCallable<T, X> task) throws X;

    /** Runs a task like {@link #call(String, UnitOfWorkCallable)}, with options. */
    <T, X extends Exception> T call(String key, UnitOfWorkOptions options, UnitOfWorkCallable<T, X> task) throws X;

    /**
     * Closes a database and removes the address registered by {@link #open}. Its idle connections are closed at once; work in
     * progress continues, and its connections are closed when they are returned.
     *
     * @return whether the database was open, or registered by {@link #open}
     */
    boolean close(String key);

    /**
     * Closes a database like {@link #close(String)} and waits until no unit of work uses a connection of it any more, nor of a
     * database that was closed under the same key before. Then its address can be changed: what was written is committed or
     * rolled back. Before the call the {@link DatabaseSource} has to refuse the key, or the next use opens it again. Other
     * instances of the application have to be drained too. A unit of work that uses the database itself must not call this: it
     * would wait for itself.
     *
     * @param timeout how long to wait, not null
     * @return false if a connection was still in use at the timeout, or the thread was interrupted, which it still is then; the
     *         database is closed in any case
     */
    boolean drain(String key, Duration timeout);

    /** The keys of the databases that are open now, sorted; a copy. */
    Set<String> keys();

    /** The current figures of the open databases. No command is sent to a server. */
    DatabasesStats stats();
}
