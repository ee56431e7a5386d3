package io.quarkiverse.binds;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds the addresses of the databases of a dynamic bind if a {@code url} with {@code {key}} in it is not enough: in a table, a
 * directory or a service. Implement it as a bean of the application. Several beans are called in the order of their
 * {@code @Priority}, the highest first; if none knows a database, the bind's {@code url} is used.
 * <p>
 * Called when a database is opened, for each key by one thread at a time, which may block. The address is kept until the
 * database is closed, as by {@code max-open} or {@code idle-ttl}. Implementations have to be thread-safe. They may use other
 * binds, within {@link Db#run}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DatabaseSource {

    /**
     * Finds the address of a database.
     *
     * @param bind the name of a dynamic bind
     * @param key the key of a database, which matches the bind's {@code key-pattern}
     * @return the address; empty if this source does not know the database. For the rules of the URL see
     *         {@link Databases#open(String, String, DatabaseOptions)}
     */
    Optional<DatabaseAddress> find(String bind, String key);

    /**
     * Lists the keys of the databases that this source knows. Called by commands for all databases, such as
     * {@code db upgrade --databases}; without this method they need the keys as arguments.
     *
     * @param bind the name of a dynamic bind
     * @return the keys in the order in which the command takes them; none by default
     */
    default Collection<String> keys(String bind) {
        return List.of();
    }
}
