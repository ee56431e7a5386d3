package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** What it costs to come to a bind, without a word to a server: nanoseconds for each time. */
@Path("cost/{kind}/{times}")
public class CostResource {

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @PathParam("times")
    int times;

    /** Looked at, so that nothing that is measured is left out. */
    private long seen;

    /** A unit of work that opens its session, as each request does once. */
    @GET
    @Path("unit")
    public double unit() {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            db.run(this::session);
        }
        return each(start);
    }

    /** Each further use in the same unit of work. */
    @GET
    @Path("use")
    public double use() {
        session();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            session();
        }
        return each(start);
    }

    private void session() {
        seen += db.session(kind.bind()).isOpen() ? 1 : 0;
    }

    private double each(long start) {
        long took = System.nanoTime() - start;
        if (seen < times) {
            throw new IllegalStateException("A session was closed");
        }
        return (double) took / times;
    }
}
