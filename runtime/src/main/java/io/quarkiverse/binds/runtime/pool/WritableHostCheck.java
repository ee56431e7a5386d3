package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.binds.runtime.failure.ReadOnlyHostException;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/** Asks a host, after the login, whether it accepts writes; for the kinds of databases with several hosts in a URL. */
enum WritableHostCheck {

    /** The last variable is set on Amazon Aurora's readers. */
    MYSQL("SELECT @@global.super_read_only OR @@global.read_only OR @@global.innodb_read_only"),

    /**
     * Or a node of Galera that is no working member, or drained: it answers this query, as if it were writable, and no others.
     */
    MARIADB("SELECT @@global.read_only OR @@global.innodb_read_only OR ("
            + "EXISTS (SELECT 1 FROM information_schema.global_variables WHERE variable_name = 'WSREP_ON'"
            + " AND variable_value = 'ON') AND (EXISTS (SELECT 1 FROM information_schema.global_status"
            + " WHERE variable_name = 'WSREP_READY' AND variable_value = 'OFF')"
            + " OR EXISTS (SELECT 1 FROM information_schema.global_variables WHERE variable_name = 'WSREP_REJECT_QUERIES'"
            + " AND variable_value <> 'NONE')))"),

    POSTGRESQL("SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean");

    private final String query;

    WritableHostCheck(String query) {
        this.query = query;
    }

    /**
     * Returns the connection if its host accepts writes, and closes it otherwise.
     *
     * @param url of the host, for the error
     */
    Connection require(Connection connection, String url) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(query)) {
            if (answer.next() && !answer.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new ReadOnlyHostException("no host of the URL accepts writes; " + DatabaseUrl.mask(url) + " is read-only"
                + (this == MARIADB ? ", or a node of Galera that is not ready" : ""));
    }
}
