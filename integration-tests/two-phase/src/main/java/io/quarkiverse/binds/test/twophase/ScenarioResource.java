package io.quarkiverse.binds.test.twophase;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;

/** Runs a scenario and returns the outcome that the caller saw. */
@Path("deeds")
public class ScenarioResource {

    @Inject
    Db db;

    @Inject
    Barrier barrier;

    /** Numbers of rows in the two databases, read in one unit of work. */
    public record Found(int payments, int bookings) {
    }

    @POST
    @Path("{deed}/{name}")
    public String run(@PathParam("deed") WorkScenario scenario, @PathParam("name") String name) {
        try {
            scenario.run(db, barrier, name);
            return "returned";
        } catch (Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** Ends the unit of work by an exception that is not caught. */
    @POST
    @Path("uncaught/{name}")
    public String uncaught(@PathParam("name") String name) throws Exception {
        WorkScenario.FLUSH.run(db, barrier, name);
        throw new IllegalStateException("uncaught");
    }

    @GET
    @Path("{name}")
    public Found find(@PathParam("name") String name) {
        return new Found(db.query(Payment.class, "name = ?1", name).getResultList().size(),
                db.query(Booking.class, "name = ?1", name).getResultList().size());
    }
}
