package io.quarkiverse.binds.benchmark;

import java.time.Duration;
import java.util.List;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/** Log of the server with all commands that it receives. */
final class StatementLog {

    private static final Duration END_OF_TRANSACTION = Duration.ofSeconds(10);

    private final DatabaseServer server;

    StatementLog(DatabaseServer server) {
        this.server = server;
        server.execute("SET GLOBAL log_output = 'TABLE'");
    }

    /**
     * Records the commands of a user's connections during some work, of any kind, in order.
     *
     * @param before run first, to warm caches and open connections
     */
    List<String> during(String user, Runnable before, Runnable work) {
        server.execute("SET GLOBAL general_log = ON");
        try {
            before.run();
            server.execute("TRUNCATE TABLE mysql.general_log");
            work.run();
        } finally {
            server.execute("SET GLOBAL general_log = OFF");
        }
        return server.query("SELECT CONCAT(command_type, ' ', CONVERT(argument USING utf8mb4)) AS command"
                + " FROM mysql.general_log WHERE SUBSTRING_INDEX(user_host, '[', 1) = ?"
                + " AND command_type NOT IN ('Connect', 'Quit')", user)
                .stream().map(row -> row.get("command").toString()).toList();
    }

    /** Waits: an application may end its transaction after its response. */
    void awaitEndOfTransactions(String user) {
        long deadline = System.nanoTime() + END_OF_TRANSACTION.toNanos();
        while (transactions(user) > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(user + " leaves a transaction open");
            }
        }
    }

    private long transactions(String user) {
        return ((Number) server.query("SELECT COUNT(*) AS n FROM performance_schema.threads t"
                + " JOIN performance_schema.events_transactions_current e ON e.thread_id = t.thread_id"
                + " WHERE e.state = 'ACTIVE' AND t.processlist_user = ?", user).get(0).get("n")).longValue();
    }
}
