package io.quarkiverse.binds.test.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A real server for tests, from {@link MySql}, {@link MariaDb} or {@link PostgreSql}.
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

    /** Queries the server's version and creates the application's user. */
    static DatabaseServer of(Backend backend) {
        Admin admin = backend.admin();
        Login login = APPLICATION;
        if (backend instanceof UrlBackend) {
            login = admin.login();
        } else {
            admin.execute("", admin.endpoint().kind().dialect.createUser(login).toArray(String[]::new));
        }
        Object version = admin.query("", admin.endpoint().kind().dialect.version()).get(0).get("version");
        return new DatabaseServer(backend, login,
                admin.endpoint().kind().label + " " + version + " at " + admin.endpoint().address()
                        + ", " + backend.way());
    }

    private ServerDialect dialect() {
        return admin.endpoint().kind().dialect;
    }

    Backend backend() {
        return backend;
    }

    Login login() {
        return login;
    }

    /** Host name or address. */
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

    /** Product, version, address and way of access; without passwords. */
    public String description() {
        return description;
    }

    /**
     * {@code mysql://user:password@host:port/database}, or {@code mariadb://} or {@code postgresql://}, as
     * {@code quarkus.binds.url} takes it.
     */
    public String url(String database) {
        return admin.endpoint().url(login, database);
    }

    /** {@code jdbc:mysql://host:port/database}, or that of the other kinds, without the login. */
    public String jdbcUrl(String database) {
        return admin.endpoint().jdbcUrl(database);
    }

    /** Opens a connection as {@link #user()}, with the driver's defaults; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return admin.endpoint().connect(login, database, "");
    }

    /** Creates a database of {@link #user()} with the server's default character set. */
    public void createDatabase(String name) {
        execute(dialect().createDatabase(name, login));
    }

    /** Drops a database if it exists. */
    public void dropDatabase(String name) {
        execute(dialect().dropDatabase(name));
    }

    /**
     * Creates a database with a unique name, so that concurrent tests and runs do not collide at one server.
     *
     * @param prefix of the name, up to 40 characters
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
     * Returns the connections whose default database is the given one.
     *
     * @param database a name, or null for all connections, including that of this call
     */
    public List<ServerProcess> processList(String database) {
        return dialect().processes(this::query).stream()
                .filter(process -> database == null || database.equals(process.database()))
                .toList();
    }

    /**
     * The connections whose default database is this one and that their clients have not closed. Where the clients' ends cannot
     * be seen, since the server is not of this machine, those are among them that the server is about to end.
     *
     * @return their ids
     */
    public Set<Long> openConnections(String database) {
        try (Connection connection = admin.connect("")) {
            return openConnections(connection, database);
        } catch (SQLException e) {
            throw new IllegalStateException(description + ": " + e.getMessage(), e);
        }
    }

    /**
     * The same for those of the user of a connection, by which it looks: looks are many, and a login takes its time.
     *
     * @throws SQLException if that connection is lost
     */
    public Set<Long> openConnections(Connection look, String database) throws SQLException {
        List<ServerProcess> listed;
        try {
            listed = dialect().processes(sql -> admin.query(look, sql));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof SQLException lost) {
                throw lost;
            }
            throw e;
        }
        Set<Integer> ports = ClientPorts.connectedTo(port());
        // that of the look is open
        boolean isSeen = listed.stream().anyMatch(process -> ports.contains(process.clientPort()));
        return listed.stream().filter(process -> database.equals(process.database()))
                .filter(process -> !isSeen || ports.contains(process.clientPort())).map(ServerProcess::id)
                .collect(Collectors.toSet());
    }

    /**
     * Kills a connection.
     *
     * @param connectionId as in {@link ServerProcess#id()} or {@code SELECT CONNECTION_ID()}, of PostgreSQL
     *        {@code SELECT pg_backend_pid()}
     * @return false if there is no such connection (any more)
     */
    public boolean kill(long connectionId) {
        return dialect().kill(admin, connectionId);
    }

    /**
     * Kills every connection whose default database is the given one.
     *
     * @return number of killed connections
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

    /**
     * Halts the server's process without ending it: its connections stay open, and it answers nothing, as if it were cut off
     * from the network. Not for PostgreSQL, whose connections have processes of their own.
     *
     * @throws UnsupportedOperationException if it is shared or the environment's
     */
    public void freeze() {
        backend.freeze();
    }

    /** Lets the server go on after {@link #freeze()}. */
    public void thaw() {
        backend.thaw();
    }

    /**
     * Ends a private server and removes its data; without this call the end of the JVM does so. Does nothing to a shared
     * one.
     */
    @Override
    public void close() {
        backend.close();
    }

    @Override
    public String toString() {
        return description;
    }
}
