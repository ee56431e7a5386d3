package io.quarkiverse.binds.test.dynamic;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.DatabasesStats;
import io.quarkiverse.binds.Db;

/** Methods of {@link Databases} for any bind. */
@Path("databases/{bind}")
public class DatabaseResource {

    @Inject
    Databases databases;

    @Inject
    Db db;

    @PathParam("bind")
    String bind;

    public record Look(String bind, String key, String url, boolean isOpen, int size, int maxOverflow, int active, int idle) {

        static Look at(Database database) {
            return new Look(database.bind(), database.key(), database.url(), database.isOpen(), database.pool().size(),
                    database.pool().maxOverflow(), database.pool().active(), database.pool().idle());
        }
    }

    @GET
    public Set<String> keys() {
        return databases.of(bind).keys();
    }

    @GET
    @Path("stats")
    public DatabasesStats stats() {
        return databases.of(bind).stats();
    }

    @GET
    @Path("of/{key}")
    public Look get(@PathParam("key") String key) {
        return Look.at(databases.of(bind).get(key));
    }

    /** @param url request body */
    @PUT
    @Path("of/{key}")
    public Look open(@PathParam("key") String key, @QueryParam("size") Integer size,
            @QueryParam("overflow") Integer overflow, @QueryParam("recycle") Integer recycle,
            @QueryParam("password") String password, @QueryParam("property") String property, String url) {
        DatabaseOptions options = DatabaseOptions.defaults();
        options = size == null ? options : options.poolSize(size);
        options = overflow == null ? options : options.maxOverflow(overflow);
        options = recycle == null ? options : options.recycle(Duration.ofSeconds(recycle));
        options = password == null ? options : options.password(password);
        options = property == null ? options : options.driverProperty(property.split("=")[0], property.split("=")[1]);
        return Look.at(databases.of(bind).open(key, url, options));
    }

    @DELETE
    @Path("of/{key}")
    public boolean close(@PathParam("key") String key) {
        return databases.of(bind).close(key);
    }

    @POST
    @Path("of/{key}/ping")
    public void ping(@PathParam("key") String key) {
        databases.of(bind).get(key).ping();
    }

    @POST
    @Path("of/{key}/dispose")
    public void dispose(@PathParam("key") String key) {
        databases.of(bind).get(key).dispose();
    }

    /** Queries a value of the server in a unit of work of its own. */
    @GET
    @Path("of/{key}/value")
    public String value(@PathParam("key") String key, @QueryParam("sql") String sql) {
        return databases.of(bind).call(key, () -> db.bind(bind).sql(sql).one(String.class));
    }

    /** G3: returns the connections that the given number of calls used. */
    @GET
    @Path("of/{key}/connections")
    public Set<Long> connections(@PathParam("key") String key, @QueryParam("calls") int calls) {
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < calls; i++) {
            databases.of(bind).get(key);
            databases.of(bind).run(key, () -> ids.add(db.bind(bind).sql("select connection_id()").one(Long.class)));
        }
        return ids;
    }
}
