package io.quarkiverse.binds.test.twophase;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Does a deed and answers what its caller saw. */
@Path("deeds")
public class DeedResource {

    @Inject
    Db db;

    @Inject
    Barrier barrier;

    /** What is found in the two databases, in one unit of work. */
    public record Found(int payments, int bookings) {
    }

    @POST
    @Path("{deed}/{name}")
    public String doIt(@PathParam("deed") Deed deed, @PathParam("name") String name) {
        try {
            deed.doIt(db, barrier, name);
            return "returned";
        } catch (Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** A unit that an exception leaves, where nothing catches it. */
    @POST
    @Path("uncaught/{name}")
    public String uncaught(@PathParam("name") String name) throws Exception {
        Deed.FLUSH.doIt(db, barrier, name);
        throw new IllegalStateException("uncaught");
    }

    @GET
    @Path("{name}")
    public Found find(@PathParam("name") String name) {
        return new Found(db.query(Payment.class, "name = ?1", name).getResultList().size(),
                db.query(Booking.class, "name = ?1", name).getResultList().size());
    }
}
