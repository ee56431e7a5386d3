package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements of the administrator, each call on a connection of its own, so that no call leaves anything behind. */
record Admin(Endpoint endpoint, Login login) {

    /** Nothing but a broken server takes longer; bounds in milliseconds. */
    private static final String BOUNDS = "connectTimeout=5000&socketTimeout=60000";

    /** MySQL hands out the key for a password over plain TCP only to whom asks, and TLS may be off. */
    private static final String OF_MYSQL = "&sslMode=PREFERRED&allowPublicKeyRetrieval=true";

    Connection connect(String database) throws SQLException {
        String own = BOUNDS + (endpoint.kind() == Kind.MYSQL && endpoint.parameters().isEmpty() ? OF_MYSQL : "");
        return endpoint.connect(login, database, own);
    }

    void execute(String database, String... sql) {
        String current = "connecting";
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            for (String each : sql) {
                current = each;
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw failure(current, e);
        }
    }

    List<Map<String, Object>> query(String database, String sql, Object... parameters) {
        try (Connection connection = connect(database); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows(rows);
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private static List<Map<String, Object>> rows(ResultSet set) throws SQLException {
        ResultSetMetaData columns = set.getMetaData();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (set.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), set.getObject(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private IllegalStateException failure(String sql, SQLException e) {
        return new IllegalStateException(
                endpoint.kind().label + " at " + endpoint.address() + ": " + sql + ": " + e.getMessage(), e);
    }

    /** Whether something accepts connections there. */
    boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }
}
