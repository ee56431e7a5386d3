package io.quarkiverse.binds.test.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;

/** How many connections are borrowed; the request itself borrows none. */
@Path("pools")
public class PoolResource {

    @Inject
    AgroalDataSource notes;

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
}
