package io.quarkiverse.binds.test.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;

/** JDBC by hand, without a unit of work, on the pool of which units of work have their connections too. */
@Path("hand")
public class HandResource {

    @Inject
    AgroalDataSource notes;

    @Inject
    Db db;

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T borrowed(Work<T> work) throws SQLException {
        try (Connection connection = notes.getConnection()) {
            return work.on(connection);
        }
    }

    private static String text(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return Integer.toString(statement.getUpdateCount());
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** The number of the connection and what the server knows of it. */
    @GET
    @Path("state")
    public String state() throws SQLException {
        return borrowed(connection -> text(connection,
                "select concat(connection_id(), ' ', @@autocommit, ' ', @@transaction_isolation)"));
    }

    /** How long a statement may take; the driver tells what it was told. */
    @GET
    @Path("socket-timeout")
    public int socketTimeout() throws SQLException {
        return borrowed(Connection::getNetworkTimeout);
    }

    @GET
    @Path("amount/{name}")
    public String amount(@PathParam("name") String name) throws SQLException {
        return borrowed(connection -> text(connection, "select amount from note where name = ?", name));
    }

    /** The same in a unit of work. */
    @GET
    @Path("unit-amount/{name}")
    public String amountInUnit(@PathParam("name") String name) {
        return Integer.toString(db.query(Note.class, "name = ?1", name).getSingleResult().amount);
    }

    /** The columns of a row, of a statement that names none, by hand and in a unit. */
    @GET
    @Path("columns/{name}")
    public List<Integer> columns(@PathParam("name") String name) throws SQLException {
        String sql = "select * from note where name = ?";
        int byHand = borrowed(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    row.getString("name");
                    return row.getMetaData().getColumnCount();
                }
            }
        });
        return List.of(byHand, db.bind("<default>").sql(sql, name).maps().get(0).size());
    }

    /** No commit: JDBC commits each statement unless it is told otherwise. */
    @POST
    @Path("insert/{name}")
    public String insert(@PathParam("name") String name) throws SQLException {
        return borrowed(connection -> text(connection, "insert into note (name, amount, version) values (?, 0, 0)", name));
    }

    /** A transaction by hand that is forgotten. */
    @POST
    @Path("forgotten/{name}")
    public String forgotten(@PathParam("name") String name) throws SQLException {
        return borrowed(connection -> {
            connection.setAutoCommit(false);
            return text(connection, "update note set amount = 99 where name = ?", name);
        });
    }

    /** The first statement of a transaction locks the row and fails. */
    @POST
    @Path("failing/{name}")
    public String failing(@PathParam("name") String name) {
        String update = "update note set amount = 99, name = null where name = ?";
        String unit = EntryPoints.outcome(() -> db.call(() -> db.bind("<default>").sql(update, name).update()));
        return unit + " | " + EntryPoints.outcome(() -> borrowed(connection -> {
            connection.setAutoCommit(false);
            return text(connection, update, name);
        }));
    }

    /** A statement that changes the session behind the driver's back, and another one. */
    @POST
    @Path("session/{sql}/{name}")
    public String session(@PathParam("sql") String sql, @PathParam("name") String name) throws SQLException {
        return borrowed(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return text(connection, "insert into note (name, amount, version) values (?, 0, 0)", name);
        });
    }

    /** The same within a unit of work. */
    @POST
    @Path("unit-session/{sql}")
    public String sessionOfUnit(@PathParam("sql") String sql) {
        db.bind("<default>").sql(sql).update();
        return "sent";
    }

    /** By JDBC's own way. */
    @POST
    @Path("isolation")
    public String isolation() throws SQLException {
        return borrowed(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return text(connection, "select @@transaction_isolation");
        });
    }
}
