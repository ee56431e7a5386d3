package io.quarkiverse.binds.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** Both applications running on one private MySQL, with the same rows in the databases of each. */
final class SideBySide implements AutoCloseable {

    private static final String PASSWORD = "binds";

    /**
     * Disables parallel reads: by default of 4 threads the server would start threads for each COUNT, which would dominate
     * the measurement.
     */
    private static final String COUNT_IN_ONE_THREAD = "--innodb-parallel-read-threads=1";

    private final DatabaseServer server = MySql.start(COUNT_IN_ONE_THREAD);
    private final Map<Application, ApplicationProcess> processes = new EnumMap<>(Application.class);
    private final AtomicLong requests = new AtomicLong();

    private final int readings;

    /** @param readings number of rows of the table of which all are updated */
    SideBySide(int readings) {
        this(readings, Load.of());
    }

    /** @param load the pools and the options of the applications */
    SideBySide(int readings, Load load) {
        this.readings = readings;
        try {
            for (Application application : Application.values()) {
                createDatabases(application);
                Map<String, String> properties = load.properties(application);
                properties.putAll(application.databases(server.host() + ":" + server.port(), PASSWORD));
                processes.put(application,
                        ApplicationProcess.start(application.jarForMySql(), properties, load.options(application)));
            }
            for (Application application : Application.values()) {
                process(application).port(); // the start has created the tables
                insertRows(application);
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void createDatabases(Application application) {
        server.createDatabase(application.blog());
        server.createDatabase(application.users());
        server.execute("CREATE USER '" + application.user() + "'@'%' IDENTIFIED BY '" + PASSWORD + "'",
                "GRANT ALL PRIVILEGES ON `" + application.id() + "\\_%`.* TO '" + application.user() + "'@'%'");
    }

    private void insertRows(Application application) {
        String numbers = " WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < "
                + Endpoint.ROWS + ") ";
        server.executeIn(application.blog(),
                "INSERT INTO post (id, title)" + numbers + "SELECT n, CONCAT('Post ', n) FROM number");
        server.executeIn(application.blog(),
                "INSERT INTO tag (id, name)" + numbers + "SELECT -n, CONCAT('Tag ', n) FROM number");
        server.executeIn(application.blog(), "INSERT INTO reading (id, seen)" + numbers
                + "SELECT " + Endpoint.ROWS + " * (a.n - 1) + b.n, 0 FROM number a CROSS JOIN number b WHERE a.n <= "
                + readings / Endpoint.ROWS);
        server.executeIn(application.users(),
                "INSERT INTO account (id, name)" + numbers + "SELECT n, CONCAT('Account ', n) FROM number");
    }

    DatabaseServer server() {
        return server;
    }

    ApplicationProcess process(Application application) {
        return processes.get(application);
    }

    /** Returns a number that no request has used yet. */
    long nextNumber() {
        return requests.incrementAndGet();
    }

    /** Process of the server, if visible: not if it runs in a container. */
    Optional<ProcessHandle> serverProcess() {
        Path file = Path.of(server.query("SELECT @@pid_file AS file").get(0).get("file").toString());
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        processes.values().forEach(ApplicationProcess::close);
        server.close();
    }
}
