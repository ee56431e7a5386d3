package io.quarkiverse.binds.test.databases;

import java.util.List;

import org.jboss.logging.Logger;

/**
 * A real MariaDB for tests where one can be had: like {@link MySql}, with {@code BINDS_TEST_MARIADB_URL},
 * {@code binds.test.mariadb.url} and {@code mariadbd}.
 */
public final class MariaDb {

    private static final Logger LOG = Logger.getLogger(MariaDb.class);

    private MariaDb() {
    }

    /**
     * Whether there is a shared server, for {@code @EnabledIf} on tests that do without; where there is none the log says why.
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
     * The server that all tests of this JVM share; the first call starts it.
     *
     * @throws NoDatabaseServerException if there is no way to one
     */
    public static DatabaseServer shared() {
        return SharedServer.get(Kind.MARIADB, () -> new Finder(Kind.MARIADB, Environment.HERE).any());
    }

    /**
     * A private server.
     *
     * @param options more options of {@code mariadbd}
     * @throws NoDatabaseServerException if there is no way to one
     */
    public static DatabaseServer start(String... options) {
        return new Finder(Kind.MARIADB, Environment.HERE).own(List.of(options));
    }
}
