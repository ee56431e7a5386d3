package io.quarkiverse.binds.test.databases;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Statements, driver and start options of a family of servers. */
interface ServerDialect {

    int defaultPort();

    /** Administrator of a new server, and user of a URL without one. */
    String administrator();

    /** Database for statements that need none, or an empty string. */
    String maintenanceDatabase();

    Driver driver() throws SQLException;

    /** Timeouts as parameters of the driver, {@code a=b&c=d}: only a broken server exceeds them. */
    String timeouts();

    /** More parameters that the administrator's login needs unless the user has set them, or an empty string. */
    String loginParameters();

    /** The same for a server of ours on this machine: without TLS, which is most of what a login costs, and looks are many. */
    String localLoginParameters();

    String quote(String name);

    /** Statements that create the application's user. */
    List<String> createUser(Login login);

    /** The statement that creates a database which the user may change in every way. */
    String createDatabase(String name, Login login);

    String dropDatabase(String name);

    /** Query for the server's version, in a column {@code version}. */
    String version();

    /** Query whose first column is the server's data directory. */
    String dataDirectory();

    boolean isAccessDenied(SQLException e);

    /**
     * All connections.
     *
     * @param query executes a query as the administrator
     */
    List<ServerProcess> processes(Function<String, List<Map<String, Object>>> query);

    /**
     * @param admin executes the kill
     * @return false if there is no such connection
     */
    boolean kill(Admin admin, long connectionId);

    /** Signal that ends the server in order while it has connections. */
    String stopSignal();

    /** Reason why a program cannot be used, or null; {@code version} is the output of {@code --version}. */
    String refusal(Kind kind, String version);

    /** Environment of the server's container. */
    Map<String, String> containerEnvironment(Kind kind, String password);

    /** Options of the server's container. */
    List<String> containerOptions();
}
