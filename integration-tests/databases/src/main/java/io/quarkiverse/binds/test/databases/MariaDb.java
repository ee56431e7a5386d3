package io.quarkiverse.binds.test.databases;

import java.util.List;
import java.util.Optional;

/**
 * A real MariaDB for tests where one can be had: like {@link MySql}, with {@code BINDS_TEST_MARIADB_URL},
 * {@code binds.test.mariadb.url} and {@code mariadbd}.
 */
public final class MariaDb {

    private MariaDb() {
    }

    /**
     * What a look-up came to.
     *
     * @param server the server, if one could be had
     * @param reason why none could be had, with what was tried; else the server's description
     */
    public record Found(Optional<DatabaseServer> server, String reason) {
    }

    /** The shared server, or why there is none; for tests that do without. */
    public static Found find() {
        try {
            DatabaseServer server = shared();
            return new Found(Optional.of(server), server.description());
        } catch (NoDatabaseServerException e) {
            return new Found(Optional.empty(), e.getMessage());
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
