package io.quarkiverse.binds.runtime.check;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The variables of a MySQL or MariaDB server and of one session.
 *
 * @param waitTimeout seconds after which it closes this session if nothing comes, as {@code interactive_timeout} is for a
 *        console
 * @param maxConnections the maximum number of sessions of all users
 * @param maxUserConnections the maximum number of sessions of this user; 0 for no limit of its own
 * @param isolation as in {@code REPEATABLE-READ}
 * @param charsetClient the character set in which it reads statements
 * @param charsetConnection the character set into which it converts their literals
 * @param charsetResults the character set of results; empty for that of the column
 * @param offsetSeconds from UTC to its clock, as this session sees it
 */
record ServerState(long waitTimeout, long maxConnections, long maxUserConnections, String isolation, String charsetClient,
        String charsetConnection, String charsetResults, int offsetSeconds) {

    private static final String QUERY = "SELECT @@session.wait_timeout, @@global.max_connections,"
            + " @@session.max_user_connections, @@session.%s, @@session.character_set_client,"
            + " @@session.character_set_connection, @@session.character_set_results,"
            + " TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())";

    /**
     * Queries all variables at once.
     *
     * @return null if it is another kind of database
     */
    static ServerState of(Connection connection) throws SQLException {
        DatabaseMetaData product = connection.getMetaData(); // known from the login, without a query
        String name = product.getDatabaseProductName() + " " + product.getDatabaseProductVersion();
        boolean mariadb = name.contains("MariaDB");
        if (!mariadb && !name.startsWith("MySQL")) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY.formatted(mariadb ? "tx_isolation" : "transaction_isolation"))) {
            row.next();
            return new ServerState(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), text(row, 5), text(row, 6),
                    text(row, 7), row.getInt(8));
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
