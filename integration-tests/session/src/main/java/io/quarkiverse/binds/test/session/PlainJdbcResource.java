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

import io.quarkiverse.binds.Db;

/** Uses JDBC without a unit of work, on the pool that the units of work use. */
@Path("hand")
public class PlainJdbcResource {

    @Inject
    PlainJdbc byHand;

    @Inject
    Db db;

    private <T> T withConnection(PlainJdbc.Work<T> work) throws SQLException {
        return byHand.withConnection(work);
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

    /** Returns the id of the connection and the session's state at the server. */
    @GET
    @Path("state")
    public String state() throws SQLException {
        return withConnection(connection -> text(connection,
                "select concat(connection_id(), ' ', @@autocommit, ' ', @@transaction_isolation)"));
    }

    /** Returns the socket timeout that the driver was given. */
    @GET
    @Path("socket-timeout")
    public int socketTimeout() throws SQLException {
        return withConnection(Connection::getNetworkTimeout);
    }

    @GET
    @Path("amount/{name}")
    public String amount(@PathParam("name") String name) throws SQLException {
        return withConnection(connection -> text(connection, "select amount from note where name = ?", name));
    }

    /** Reads the amount within a unit of work. */
    @GET
    @Path("unit-amount/{name}")
    public String amountInUnit(@PathParam("name") String name) {
        return Integer.toString(db.query(Note.class, "name = ?1", name).getSingleResult().amount);
    }

    /** Counts the columns of {@code select *}, by plain JDBC and in a unit of work. */
    @GET
    @Path("columns/{name}")
    public List<Integer> columns(@PathParam("name") String name) throws SQLException {
        String sql = "select * from note where name = ?";
        int byHand = withConnection(connection -> {
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

    /** Inserts without a commit: JDBC autocommits each statement. */
    @POST
    @Path("insert/{name}")
    public String insert(@PathParam("name") String name) throws SQLException {
        return withConnection(
                connection -> text(connection, "insert into note (name, amount, version) values (?, 0, 0)", name));
    }

    /** Leaves a transaction open. */
    @POST
    @Path("forgotten/{name}")
    public String forgotten(@PathParam("name") String name) throws SQLException {
        return withConnection(connection -> {
            connection.setAutoCommit(false);
            return text(connection, "update note set amount = 99 where name = ?", name);
        });
    }

    /** Fails in the first statement of a transaction, which has locked the row. */
    @POST
    @Path("failing/{name}")
    public String failing(@PathParam("name") String name) {
        String update = "update note set amount = 99, name = null where name = ?";
        String unitOfWork = EntryPoints.outcome(() -> db.call(() -> db.bind("<default>").sql(update, name).update()));
        return unitOfWork + " | " + EntryPoints.outcome(() -> withConnection(connection -> {
            connection.setAutoCommit(false);
            return text(connection, update, name);
        }));
    }

    /** Changes session state by a statement that the driver does not see, then runs another one. */
    @POST
    @Path("session/{sql}/{name}")
    public String session(@PathParam("sql") String sql, @PathParam("name") String name) throws SQLException {
        return withConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return text(connection, "insert into note (name, amount, version) values (?, 0, 0)", name);
        });
    }

    /** Does so within a unit of work. */
    @POST
    @Path("unit-session/{sql}")
    public String sessionOfUnit(@PathParam("sql") String sql) {
        db.bind("<default>").sql(sql).update();
        return "sent";
    }

    /** Sets the isolation level by the method of JDBC. */
    @POST
    @Path("isolation")
    public String isolation() throws SQLException {
        return withConnection(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            return text(connection, "select @@transaction_isolation");
        });
    }
}
