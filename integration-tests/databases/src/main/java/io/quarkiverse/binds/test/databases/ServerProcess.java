package io.quarkiverse.binds.test.databases;

/**
 * Connection in the server's process list.
 *
 * @param id for {@link DatabaseServer#kill}
 * @param database default database, or null
 * @param command such as {@code Sleep} or {@code Query}
 * @param seconds time since the command began
 * @param state further state, or null
 * @param statement in execution, or null
 */
public record ServerProcess(long id, String user, String host, String database, String command, long seconds, String state,
        String statement) {

    /** The port of the client, or -1 if it is not known. */
    int clientPort() {
        int colon = host == null ? -1 : host.lastIndexOf(':');
        return colon < 0 ? -1 : Integer.parseInt(host.substring(colon + 1));
    }
}
