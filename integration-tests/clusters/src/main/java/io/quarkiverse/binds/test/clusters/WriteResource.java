package io.quarkiverse.binds.test.clusters;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Each write is a row in one or both tables, in one transaction. */
@Path("writes")
public class WriteResource {

    @Inject
    Db db;

    /** Both tables, once. */
    @POST
    @Path("once")
    public void once(@QueryParam("name") String name) {
        add(name);
        db.commit();
    }

    /** Both tables, in a unit of work with retries. */
    @POST
    @Path("retried")
    public void retried(@QueryParam("name") String name, @QueryParam("retries") int retries) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries), () -> add(name));
    }

    /** The table that does not refuse a second row, so that nothing but the extension prevents one. */
    @POST
    @Path("repeatable")
    public void repeatable(@QueryParam("name") String name, @QueryParam("retries") int retries) {
        db.run(UnitOfWorkOptions.defaults().commitOnSuccess().retries(retries), () -> db.add(new RepeatableWrite(name)));
    }

    private void add(String name) {
        db.add(new UniqueWrite(name));
        db.add(new RepeatableWrite(name));
    }
}
