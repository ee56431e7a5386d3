package io.quarkiverse.binds;

import java.util.Set;

/**
 * The databases of a dynamic bind ({@code quarkus.binds.<name>.dynamic=true}): unknown when the application is built and
 * started, opened at their first use, closed when they have not been used for {@code idle-ttl} or when {@code max-open} others
 * are wanted. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Databases databases;
 * </pre>
 *
 * Its methods are about the one dynamic bind of the application; where there are several, {@link #of(String)} says which. An
 * application-scoped bean, safe to share between threads.
 * <p>
 * Where a database is, says the first who knows: {@link #open(String, String, DatabaseOptions) open} has been called for its
 * key; a
 * {@link DatabaseSource} bean; the bind's {@code url} with {@code {key}} in it.
 */
public interface Databases {

    /**
     * The databases of another bind.
     *
     * @throws IllegalArgumentException if there is no dynamic bind of that name; the message lists those there are
     */
    Databases of(String bind);

    /**
     * The bind that this is about.
     *
     * @throws IllegalStateException if there are several dynamic binds and none was named
     */
    String bind();

    /** As {@link #open(String, String, DatabaseOptions)} with the settings of the bind. */
    Database open(String key, String url);

    /**
     * Opens a database under a key: makes its pool, connects, and does what {@code schema} of the bind or a
     * {@link DatabaseInitializer} has to do. The key is known from then on, also after the database was closed for being idle
     * or for making room for others, until {@link #close(String)} or the end of the application.
     * <p>
     * The URL may come from outside. It is of the kind that the bind was built for. It may not carry properties of the driver
     * that read files, load classes or widen authentication; those that are known to be harmless pass, and
     * {@code allow-url-properties} of the bind lets others pass. The user is that of the URL or the options: the bind's own
     * password is for its own servers, and goes to others with {@link DatabaseOptions#withBindCredentials()} only.
     *
     * @return the database; the same as before if it was open under that key with the same URL and options
     * @throws IllegalStateException if the key has another URL or other options already
     * @throws IllegalArgumentException if the URL or a property is refused, or nobody says who is to log in
     * @throws UnknownDatabaseException if its server knows no such database
     * @throws DatabaseUnavailableException if no connection could be had; the key is not known then
     */
    Database open(String key, String url, DatabaseOptions options);

    /**
     * A database, opened if it was not open.
     *
     * @throws UnknownDatabaseException if nobody knows it, or the key does not match {@code key-pattern}
     * @throws DatabaseUnavailableException if no connection could be had
     */
    Database get(String key);

    /**
     * Runs a unit of work of its own, as {@link Db#run(Work)} does, in which this bind is the database of that key.
     */
    <X extends Exception> void run(String key, Work<X> work) throws X;

    /** The same with options. */
    <X extends Exception> void run(String key, UnitOptions options, Work<X> work) throws X;

    /** As {@link #run(String, Work)}, with a result. Entities in it are detached. */
    <T, X extends Exception> T call(String key, Task<T, X> task) throws X;

    /** The same with options. */
    <T, X extends Exception> T call(String key, UnitOptions options, Task<T, X> task) throws X;

    /**
     * Closes a database and forgets what {@link #open} said of it. Its connections at rest are closed at once; work in flight
     * goes on, and its connections are closed when it gives them back.
     *
     * @return whether it was open, or known by {@link #open}
     */
    boolean close(String key);

    /** The keys of the databases that are open now, sorted; a copy. */
    Set<String> keys();

    /** What is open now. It costs the servers nothing. */
    DatabasesStats stats();
}
