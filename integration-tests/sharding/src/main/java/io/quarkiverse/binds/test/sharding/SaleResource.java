package io.quarkiverse.binds.test.sharding;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Sales of tenants. Nothing here knows of servers. */
@Path("sales")
public class SaleResource {

    @Inject
    Db db;

    /** Both tables, once. */
    @POST
    @Path("once")
    public Long once(@QueryParam("tenant") String tenant, @QueryParam("name") String name) {
        UniqueSale sale = add(tenant, name);
        db.commit();
        return sale.id;
    }

    /** Both tables, in a unit of work with retries. */
    @POST
    @Path("retried")
    public void retried(@QueryParam("tenant") String tenant, @QueryParam("name") String name,
            @QueryParam("retries") int retries) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries), () -> add(tenant, name));
    }

    /** The table that does not refuse a second row. */
    @POST
    @Path("repeatable")
    public void repeatable(@QueryParam("tenant") String tenant, @QueryParam("name") String name,
            @QueryParam("retries") int retries) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries),
                () -> db.add(new RepeatableSale(tenant, name)));
    }

    @GET
    public List<String> names(@QueryParam("tenant") String tenant) {
        return db.query(UniqueSale.class, "tenant = ?1 order by name", tenant).getResultList().stream()
                .map(sale -> sale.name).toList();
    }

    @GET
    @Path("{id}")
    public String name(@PathParam("id") Long id) {
        return db.get(UniqueSale.class, id).name;
    }

    private UniqueSale add(String tenant, String name) {
        UniqueSale sale = new UniqueSale(tenant, name);
        db.add(sale);
        db.add(new RepeatableSale(tenant, name));
        return sale;
    }
}
