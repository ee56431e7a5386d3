package io.quarkiverse.binds;

import java.util.Optional;

/**
 * Tells where the databases of a dynamic bind are, where a {@code url} with {@code {key}} in it does not say enough: out of a
 * table, a directory, a service. Make it a bean of the application. Several beans are asked in the order of their
 * {@code @Priority}, the highest first; what none of them knows is looked for under the bind's {@code url}.
 * <p>
 * Asked when a database is opened, by one thread for each key at a time, which may block; the answer holds until the database
 * is closed, as by the bound of the registry or for being idle. It has to be thread-safe. It may use other binds, within
 * {@link Db#run}.
 */
@FunctionalInterface
public interface DatabaseSource {

    /**
     * @param bind the name of a dynamic bind
     * @param key the key of a database, which matches the bind's {@code key-pattern}
     * @return empty if there is no such database as far as this source knows; for what holds of its URL see
     *         {@link Databases#open(String, String, DatabaseOptions)}
     */
    Optional<DatabaseAddress> find(String bind, String key);
}
