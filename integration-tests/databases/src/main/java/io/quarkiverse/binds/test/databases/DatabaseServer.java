package io.quarkiverse.binds.test.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server for tests, from {@link MySql} or {@link MariaDb}.
 * <p>
 * There are two logins: {@link #user()} is an ordinary user as an application has one, with every right in every
 * database (and to recover XA transactions) but none over the server; the statements of this class are executed by
 * the administrator, each call on a connection of its own. With a server that the environment names, both are the
 * user of its URL.
 * <p>
 * All methods may be called from several threads. What fails throws {@link IllegalStateException} with the statement and the
 * {@link SQLException} as its cause.
 */
public final class DatabaseServer implements AutoCloseable {

    private static final Login APPLICATION = new Login("binds", "binds");
    private static final int UNKNOWN_THREAD = 1094;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Backend backend;
    private final Admin admin;
    private final Login login;
    private final String description;

    DatabaseServer(Backend backend, Login login, String description) {
        this.backend = backend;
        this.admin = backend.admin();
        this.login = login;
        this.description = description;
    }

    /** Asks the server who it is, and makes the application's user there. */
    static DatabaseServer of(Backend backend) {
        Admin admin = backend.admin();
        Login login = APPLICATION;
        if (backend instanceof UrlBackend) {
            login = admin.login();
        } else {
            String name = "'" + login.user() + "'@'%'";
            List<String> statements = new ArrayList<>();
            statements.add("CREATE USER IF NOT EXISTS " + name + " IDENTIFIED BY '" + login.password() + "'");
            statements.add("GRANT ALL PRIVILEGES ON `%`.* TO " + name);
            admin.endpoint().kind().grants.forEach(grant -> statements.add(grant + name));
            admin.execute("", statements.toArray(String[]::new));
        }
        Object version = admin.query("", "SELECT VERSION() AS version").get(0).get("version");
        return new DatabaseServer(backend, login,
                admin.endpoint().kind().label + " " + version + " at " + admin.endpoint().address()
                        + ", " + backend.way());
    }

    Backend backend() {
        return backend;
    }

    Login login() {
        return login;
    }

    /** The host, an address or a name. */
    public String host() {
        return admin.endpoint().host();
    }

    /** The port; it stays the same over {@link #stop()} and {@link #startAgain()}. */
    public int port() {
        return admin.endpoint().port();
    }

    /** The application's user. */
    public String user() {
        return login.user();
    }

    /** The password of {@link #user()}. */
    public String password() {
        return login.password();
    }

    /** Product, version, address, and in which way the server was had; without passwords. */
    public String description() {
        return description;
    }

    /** {@code mysql://user:password@host:port/database}, or {@code mariadb://}, as {@code quarkus.binds.url} takes it. */
    public String url(String database) {
        return admin.endpoint().url(login, database);
    }

    /** {@code jdbc:mysql://host:port/database}, or {@code jdbc:mariadb://}, without the login. */
    public String jdbcUrl(String database) {
        return admin.endpoint().jdbcUrl(database);
    }

    /** Opens a connection as {@link #user()}, with the driver's defaults; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return admin.endpoint().connect(login, database, "");
    }

    /** Creates a database with the server's default character set. */
    public void createDatabase(String name) {
        execute("CREATE DATABASE " + Admin.quote(name));
    }

    /** Drops a database if it exists. */
    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS " + Admin.quote(name));
    }

    /**
     * Creates a database with a name of its own, so that tests and runs do not meet on one server.
     *
     * @param prefix what the name begins with, up to 40 characters
     * @return the name: letters, digits and underscores after the prefix
     */
    public String uniqueDatabase(String prefix) {
        if (prefix.length() > 40) {
            throw new IllegalArgumentException("A prefix has at most 40 characters: " + prefix);
        }
        // The class may be loaded several times in one JVM, so the counter alone would not do.
        String name = prefix + "_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                + Long.toString(System.nanoTime(), 36) + "_"
                + COUNTER.incrementAndGet();
        createDatabase(name);
        return name;
    }

    /** Executes statements as the administrator, in their order on one connection, without a default database. */
    public void execute(String... sql) {
        admin.execute("", sql);
    }

    /** Like {@link #execute}, in a database. */
    public void executeIn(String database, String... sql) {
        admin.execute(database, sql);
    }

    /**
     * Executes a query as the administrator, without a default database.
     *
     * @param parameters the values of its question marks
     * @return the rows, each by column label in the order of the columns
     */
    public List<Map<String, Object>> query(String sql, Object... parameters) {
        return admin.query("", sql, parameters);
    }

    /** Like {@link #query}, in a database. */
    public List<Map<String, Object>> queryIn(String database, String sql, Object... parameters) {
        return admin.query(database, sql, parameters);
    }

    /**
     * The connections whose default database is this one.
     *
     * @param database a name, or null for all connections, that of this call included
     */
    public List<ServerProcess> processList(String database) {
        return query("SHOW FULL PROCESSLIST").stream()
                .map(row -> new ServerProcess(((Number) row.get("Id")).longValue(), text(row, "User"), text(row, "Host"),
                        text(row, "db"),
                        text(row, "Command"), row.get("Time") == null ? 0 : ((Number) row.get("Time")).longValue(),
                        text(row, "State"), text(row, "Info")))
                .filter(process -> database == null || database.equals(process.database()))
                .toList();
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), null);
    }

    /**
     * Kills a connection.
     *
     * @param connectionId as in {@link ServerProcess#id()} or {@code SELECT CONNECTION_ID()}
     * @return false if there is no such connection (any more)
     */
    public boolean kill(long connectionId) {
        try {
            execute("KILL " + connectionId);
            return true;
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == UNKNOWN_THREAD) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Kills every connection whose default database is this one.
     *
     * @return how many
     */
    public int killAll(String database) {
        return (int) processList(Objects.requireNonNull(database)).stream().filter(process -> kill(process.id())).count();
    }

    /**
     * Stops the server in order, and returns when it has ended; connections are lost, data stays.
     *
     * @throws UnsupportedOperationException if it is shared or the environment's
     */
    public void stop() {
        backend.stop();
    }

    /**
     * Starts a stopped or killed server with the same port and data, and returns when it answers.
     *
     * @throws UnsupportedOperationException if it is shared or the environment's
     */
    public void startAgain() {
        backend.startAgain();
    }

    /**
     * Kills the server's process ({@code kill -9}), as a power failure would, and returns when it has ended.
     *
     * @throws UnsupportedOperationException if it is shared or the environment's
     */
    public void killHard() {
        backend.killHard();
    }

    /** Ends a private server and removes its data; else it does so when the JVM ends. Does nothing to a shared one. */
    @Override
    public void close() {
        backend.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
