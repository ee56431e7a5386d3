package io.quarkiverse.binds.test.databases;

import java.util.List;

/**
 * A real MySQL for tests, had in the first of these ways that is open on the machine; one line of the log says which:
 * <ol>
 * <li>the URL in the environment variable {@code BINDS_TEST_MYSQL_URL} or the system property {@code binds.test.mysql.url}
 * ({@code mysql://user:password@host:port}; the user may create databases),
 * <li>Docker,
 * <li>a {@code mysqld} of the machine, from 8.0 up, run on a port and data of its own,
 * <li>the package of Debian or Ubuntu, unpacked without root into the user's cache.
 * </ol>
 * All settings are the server's defaults but the size of its buffers, {@code max_connections} (300) and
 * {@code skip_name_resolve}. Servers that are started here listen on this machine only and end with the JVM, even if that is
 * killed.
 */
public final class MySql {

    private MySql() {
    }

    /**
     * Returns the server that all tests of this JVM share; the first call starts it. It cannot be stopped, and tests must
     * not change global variables.
     *
     * @throws NoDatabaseServerException if none is available; tests fail then and are never skipped
     */
    public static DatabaseServer shared() {
        return SharedServer.get(Kind.MYSQL, () -> new Finder(Kind.MYSQL, Environment.HERE).any());
    }

    /**
     * Starts a private server, for tests that stop or kill it or change global variables.
     *
     * @param options more options of {@code mysqld}, such as {@code --wait-timeout=5}
     * @throws NoDatabaseServerException if none is available; a URL in the environment is not used here
     */
    public static DatabaseServer start(String... options) {
        return new Finder(Kind.MYSQL, Environment.HERE).own(List.of(options));
    }
}
