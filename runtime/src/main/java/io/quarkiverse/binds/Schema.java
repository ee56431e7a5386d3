package io.quarkiverse.binds;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The tables of the binds: creates and drops those of the entities, and reads those of a database. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Schema schema;
 * </pre>
 *
 * Equivalent of {@code db.create_all()}, {@code db.drop_all()} and {@code db.reflect()} of Flask-SQLAlchemy. For changes of
 * existing tables use {@link Migrations}.
 * <p>
 * The methods work on a connection of their own, and each statement takes effect at once. They are refused while the calling
 * thread has a transaction, for whose locks they could wait: commit or roll back before. In a dynamic bind they use the
 * database that is selected for the calling thread, for example by {@code databases.run(key, ...)}.
 * <p>
 * An application-scoped bean, thread-safe. Two callers that create the same table at the same time are not kept apart: one of
 * them may get the error of the database.
 *
 * @since 0.1
 */
public interface Schema {

    /**
     * Creates the missing tables of the entities, with their indexes, constraints and sequences. Existing tables stay as they
     * are. If nothing is created, the log says why.
     *
     * @param binds names of binds; none for all binds, a dynamic bind among them only if a database is selected
     * @return names of the created tables, sorted, by bind; the list of a bind without a new table is empty
     * @throws IllegalArgumentException if there is no bind of a name
     * @throws IllegalStateException if the calling thread has a transaction
     * @throws jakarta.persistence.PersistenceException if a statement fails; the message names the tables created before
     */
    Map<String, List<String>> createAll(String... binds);

    /**
     * Creates the missing tables of several binds; see {@link #createAll(String...)}.
     *
     * @param binds as in {@link #createAll(String...)}
     * @return names of the created tables, sorted, by bind
     */
    Map<String, List<String>> createAll(Collection<String> binds);

    /**
     * Drops the tables and sequences of the entities with all their rows. Other tables stay; if a foreign key of another table
     * refers to one of them, nothing is dropped.
     *
     * @param binds names of binds; none for all binds, a dynamic bind among them only if a database is selected
     * @return names of the dropped tables, sorted, by bind
     * @throws IllegalArgumentException if there is no bind of a name
     * @throws IllegalStateException if the calling thread has a transaction
     * @throws jakarta.persistence.PersistenceException if a statement fails; the message names the tables dropped before
     */
    Map<String, List<String>> dropAll(String... binds);

    /**
     * Drops the tables of several binds; see {@link #dropAll(String...)}.
     *
     * @param binds as in {@link #dropAll(String...)}
     * @return names of the dropped tables, sorted, by bind
     */
    Map<String, List<String>> dropAll(Collection<String> binds);

    /**
     * Reads all tables of the database of a bind from its catalog, whether entities have them or not, by the same number of
     * queries for any number of tables.
     *
     * @param bind the name of a bind, or {@link Bind#DEFAULT}
     * @return the tables of the connection's database on MySQL and MariaDB, of its current schema on PostgreSQL and H2, sorted
     *         by name
     * @throws IllegalArgumentException if there is no bind of that name, or its kind of database is not one of these
     * @throws IllegalStateException if the calling thread has a transaction
     */
    List<DatabaseTable> tables(String bind);
}
