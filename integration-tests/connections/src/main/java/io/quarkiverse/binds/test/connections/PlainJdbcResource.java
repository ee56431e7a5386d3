package io.quarkiverse.binds.test.connections;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Uses the data source of the default bind outside of the unit of work. */
@Path("by-hand")
@Transactional(TxType.NOT_SUPPORTED)
public class PlainJdbcResource {

    @Inject
    DataSource notes;

    /** Returns the id of the connection and its isolation level, or the error of {@code getConnection()}. */
    @GET
    public String get() {
        try (Connection connection = notes.getConnection()) {
            return id(connection) + " " + connection.getTransactionIsolation();
        } catch (SQLException e) {
            return e.getClass().getSimpleName() + " " + e.getSQLState() + ": " + e.getMessage();
        }
    }

    /** E8: changes the isolation level of the connection and returns it. */
    @POST
    @Path("isolation/{level}")
    public String leaveIsolation(@PathParam("level") int level) throws SQLException {
        try (Connection connection = notes.getConnection()) {
            connection.setTransactionIsolation(level);
            return id(connection) + " " + connection.getTransactionIsolation();
        }
    }

    /** E8: does so and fails with an exception. */
    @POST
    @Path("isolation/{level}/failing")
    public String leaveIsolationFailing(@PathParam("level") int level) throws SQLException {
        try (Connection connection = notes.getConnection(); Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(level);
            statement.execute("select nothing");
            return "no exception";
        }
    }

    private static long id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select connection_id()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
