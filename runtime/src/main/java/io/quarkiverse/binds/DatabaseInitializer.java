package io.quarkiverse.binds;

import javax.sql.DataSource;

/**
 * Brings a database that is opened on the fly up to date before its first use, such as by migrations. Implement it as a bean of
 * the application; several beans run in the order of their {@code @Priority}, the highest first, after {@code schema} of the
 * bind.
 *
 * <pre>
 * &#64;ApplicationScoped
 * public class Migrate implements DatabaseInitializer {
 *
 *     &#64;Override
 *     public void initialize(Database database, DataSource dataSource) {
 *         Flyway.configure().dataSource(dataSource).locations("db/tenants").load().migrate();
 *     }
 * }
 * </pre>
 *
 * Initializers run when a database is opened for the first time since the start of the application, or since
 * {@link Databases#close}, in one thread. On MySQL, MariaDB and PostgreSQL they hold a lock of that database, so of several
 * processes one at a time runs them. They have to be idempotent. If an initializer fails, the database is not opened.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DatabaseInitializer {

    /**
     * Brings a database up to date.
     *
     * @param database the database
     * @param dataSource lends connections to the database, outside of any transaction
     * @throws Exception if the database cannot be brought up to date: its use fails with this exception
     */
    void initialize(Database database, DataSource dataSource) throws Exception;
}
