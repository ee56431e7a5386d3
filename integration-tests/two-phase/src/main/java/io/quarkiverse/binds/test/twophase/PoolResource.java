package io.quarkiverse.binds.test.twophase;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** How many connections are borrowed; the request itself borrows none. */
@Path("pools")
public class PoolResource {

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

    /** What the driver of the XA connections was told. */
    @GET
    @Path("socket-timeout")
    public int socketTimeout() throws SQLException {
        try (Connection connection = payments.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
