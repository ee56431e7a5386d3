package io.quarkiverse.binds;

import javax.sql.DataSource;

/**
 * Brings a database that is opened on the fly up to date before anybody works with it, such as by migrations. Make it a bean of
 * the application; several run in the order of their {@code @Priority}, the highest first, after {@code schema} of the bind.
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
 * It runs when a database is opened for the first time since the start of the application, or since {@link Databases#close}, in
 * one thread, and on MySQL, MariaDB and PostgreSQL under a lock of that database, so that of several processes one at a time is
 * at it. What it does has to be harmless where it has been done already. If it fails the database is not opened.
 */
@FunctionalInterface
public interface DatabaseInitializer {

    /**
     * @param database which one
     * @param dataSource connections to it, outside of any transaction
     * @throws Exception if it cannot be brought up to date: whoever wanted to use it is told so
     */
    void initialize(Database database, DataSource dataSource) throws Exception;
}
