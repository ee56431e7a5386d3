package io.quarkiverse.binds.test.databases;

import java.util.List;

import org.jboss.logging.Logger;

/**
 * Real MariaDB for tests, where available: like {@link MySql}, with {@code BINDS_TEST_MARIADB_URL}, {@code
 * binds.test.mariadb.url} and {@code mariadbd}.
 */
public final class MariaDb {

    private static final Logger LOG = Logger.getLogger(MariaDb.class);

    private MariaDb() {
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
            LOG.infof("MariaDB: %s", e.getMessage());
            return false;
        }
    }

    /**
     * Returns the server that all tests of this JVM share; the first call starts it.
     *
     * @throws NoDatabaseServerException if none is available
     */
    public static DatabaseServer shared() {
        return SharedServer.get(Kind.MARIADB, () -> new Finder(Kind.MARIADB, Environment.HERE).any());
    }

    /**
     * Starts a private server.
     *
     * @param options more options of {@code mariadbd}
     * @throws NoDatabaseServerException if none is available
     */
    public static DatabaseServer start(String... options) {
        return new Finder(Kind.MARIADB, Environment.HERE).own(List.of(options));
    }
}
