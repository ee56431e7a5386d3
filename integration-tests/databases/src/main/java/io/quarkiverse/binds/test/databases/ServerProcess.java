package io.quarkiverse.binds.test.databases;

/**
 * A line of the server's process list: one connection.
 *
 * @param id its id, for {@link DatabaseServer#kill}
 * @param database the default database, or null
 * @param command what it does, such as {@code Sleep} or {@code Query}
 * @param seconds for how long
 * @param state more about what it does, or null
 * @param statement the statement it executes, or null
 */
public record ServerProcess(long id, String user, String host, String database, String command, long seconds, String state,
        String statement) {
}
