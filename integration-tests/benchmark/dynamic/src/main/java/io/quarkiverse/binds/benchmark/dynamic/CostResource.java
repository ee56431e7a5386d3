package io.quarkiverse.binds.benchmark.dynamic;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Costs of using a bind without a command to a server, in nanoseconds per use. */
@Path("cost/{kind}/{times}")
public class CostResource {

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @PathParam("times")
    int times;

    /** Result that is read, so that the compiler cannot remove the measured code. */
    private long seen;

    /** Opens the session of a unit of work, as each request does once. */
    @GET
    @Path("unit")
    public double unitOfWork() {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            db.run(this::session);
        }
        return each(start);
    }

    /** Uses the session again in the same unit of work. */
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
