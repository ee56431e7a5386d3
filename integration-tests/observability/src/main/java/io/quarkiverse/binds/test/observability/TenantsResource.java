package io.quarkiverse.binds.test.observability;

import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Opens and closes databases of the bind "tenants": those with a prefix and a number. */
@Path("/tenants")
public class TenantsResource {

    @Inject
    Databases databases;

    @Inject
    Db db;

    @GET
    public int open() {
        return databases.stats().pools().size();
    }

    @POST
    public void use(@QueryParam("prefix") String prefix, @QueryParam("from") int from, @QueryParam("to") int to) {
        IntStream.range(from, to)
                .forEach(i -> databases.run(prefix + i, () -> db.bind("tenants").sql("select 1").one(Integer.class)));
    }

    @DELETE
    public void close(@QueryParam("prefix") String prefix, @QueryParam("from") int from, @QueryParam("to") int to) {
        IntStream.range(from, to).forEach(i -> databases.close(prefix + i));
    }

    /** Fails, since the password is wrong. */
    @POST
    @Path("refused")
    public String refused(@QueryParam("url") String url) {
        try {
            databases.open("refused", url);
            return "opened";
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }
}
