package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkus.agroal.DataSource;

/** Numbers of borrowed connections; the request itself borrows none. */
@Path("pools")
public class PoolResource {

    @Inject
    AgroalDataSource notes;

    @Inject
    Db db;

    @Inject
    @DataSource("ledger")
    AgroalDataSource ledger;

    public record Active(long notes, long ledger) {
    }

    @GET
    @Path("active")
    public Active active() {
        return new Active(notes.getMetrics().activeCount(), ledger.getMetrics().activeCount());
    }

    /** A15, F4: replaces all connections. */
    @POST
    @Path("renew")
    public PoolStats renew() {
        db.bind("ledger").dispose();
        db.bind("ledger").ping();
        return db.bind("ledger").pool();
    }
}
