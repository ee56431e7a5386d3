package io.quarkiverse.binds.test.twophase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkus.agroal.DataSource;

/** Numbers of borrowed connections; the request itself borrows none. */
@Path("pools")
public class PoolResource {

    @Inject
    Db db;

    @Inject
    AgroalDataSource payments;

    @Inject
    @DataSource("ledger")
    AgroalDataSource ledger;

    @GET
    @Path("active")
    public long active() {
        return payments.getMetrics().activeCount() + ledger.getMetrics().activeCount();
    }

    /** Returns the socket timeout that the driver of the XA connections was given. */
    @GET
    @Path("socket-timeout")
    public int socketTimeout() throws SQLException {
        try (Connection connection = payments.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    /** L10: leaves a transaction open, begun by hand outside of JTA and of every unit of work. */
    @Transactional(TxType.NOT_SUPPORTED)
    @POST
    @Path("left-open/{name}")
    public void leaveOpen(@PathParam("name") String name) throws SQLException {
        try (Connection connection = payments.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into payment (name) values (?)")) {
            connection.setAutoCommit(false);
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    /** Closes the idle connections. */
    @POST
    @Path("dispose")
    public void dispose() {
        db.bind("ledger").dispose();
    }
}
