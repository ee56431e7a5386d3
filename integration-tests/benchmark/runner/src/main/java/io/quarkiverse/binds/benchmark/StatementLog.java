package io.quarkiverse.binds.benchmark;

import java.util.List;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/** The server's own log of all commands it is sent. */
final class StatementLog {

    private final DatabaseServer server;

    StatementLog(DatabaseServer server) {
        this.server = server;
        server.execute("SET GLOBAL log_output = 'TABLE'");
    }

    /**
     * The commands that a user's connections sent while something was done, whatever their kind, in their order.
     *
     * @param before done first, so that caches are warm and connections are open
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
}
