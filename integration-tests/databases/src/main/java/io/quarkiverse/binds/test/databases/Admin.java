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

    Connection connect(String database) throws SQLException {
        ServerDialect dialect = endpoint.kind().dialect;
        String more = "";
        if (endpoint.parameters().isEmpty()) {
            more = login.equals(ProcessBackend.ADMIN) ? dialect.localLoginParameters() : dialect.loginParameters();
        }
        return endpoint.connect(login, database.isEmpty() ? dialect.maintenanceDatabase() : database,
                dialect.timeouts() + (more.isEmpty() ? "" : "&" + more));
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
        try (Connection connection = connect(database)) {
            return query(connection, sql, parameters);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** For several queries, or what has to be done while the connection is open. */
    List<Map<String, Object>> query(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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

    /** Returns whether the port accepts connections. */
    boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
