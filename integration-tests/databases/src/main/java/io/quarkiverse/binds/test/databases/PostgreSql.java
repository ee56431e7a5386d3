package io.quarkiverse.binds.test.databases;

import java.util.List;

import org.jboss.logging.Logger;

/**
 * Real PostgreSQL for tests, where available: like {@link MySql}, with {@code BINDS_TEST_POSTGRESQL_URL}, {@code
 * binds.test.postgresql.url} and {@code postgres}.
 */
public final class PostgreSql {

    private static final Logger LOG = Logger.getLogger(PostgreSql.class);

    private PostgreSql() {
    }

    /**
     * Returns whether a shared server is available, for {@code @EnabledIf} on optional tests; the log names the reason if
     * there is none.
     */
    public static boolean isThere() {
        try {
            shared();
            return true;
        } catch (NoDatabaseServerException e) {
            LOG.infof("PostgreSQL: %s", e.getMessage());
            return false;
        }
    }

    /**
     * Returns the server that all tests of this JVM share; the first call starts it.
     *
     * @throws NoDatabaseServerException if none is available
     */
    public static DatabaseServer shared() {
        return SharedServer.get(Kind.POSTGRESQL, () -> new Finder(Kind.POSTGRESQL, Environment.HERE).any());
    }

    /**
     * Starts a private server.
     *
     * @param options more options of {@code postgres}, such as {@code "-c", "log_statement=all"}
     * @throws NoDatabaseServerException if none is available
     */
    public static DatabaseServer start(String... options) {
        return new Finder(Kind.POSTGRESQL, Environment.HERE).own(List.of(options));
    }
}
