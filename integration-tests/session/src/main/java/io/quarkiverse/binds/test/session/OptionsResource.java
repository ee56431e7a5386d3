package io.quarkiverse.binds.test.session;

import static io.quarkiverse.binds.Isolation.SERIALIZABLE;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWork;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Units of work with another isolation level, and read-only ones. */
@Path("options")
public class OptionsResource {

    @Inject
    Db db;

    @Inject
    Serializable serializable;

    @GET
    @Path("usual")
    public String usual() {
        return level();
    }

    @GET
    @Path("serializable")
    @UnitOfWork(isolation = SERIALIZABLE)
    public String serializable() {
        String first = level();
        db.commit();
        return first + ", " + level();
    }

    @GET
    @Path("serializable-exception")
    @UnitOfWork(isolation = SERIALIZABLE)
    public String exception() {
        throw new WebApplicationException(Response.serverError().entity(level()).build());
    }

    @GET
    @Path("run")
    public String run() {
        String inner = db.call(UnitOfWorkOptions.defaults().isolation(Isolation.READ_COMMITTED), this::level);
        return inner + ", " + level();
    }

    /** E7: a change of the level after the first statement is refused rather than ignored. */
    @GET
    @Path("too-late")
    public String tooLate() {
        level();
        return EntryPoints.outcome(serializable::level);
    }

    @POST
    @Path("read-only/{name}")
    @UnitOfWork(readOnly = true)
    public String readOnly(@PathParam("name") String name) {
        db.query(Note.class, "order by id").setMaxResults(1).getSingleResult();
        db.commit();
        return EntryPoints.outcome(() -> {
            db.add(new Note(name));
            return null;
        }) + "; " + EntryPoints.outcome(() -> db.bind("ledger").sql("delete from entry").update());
    }

    String level() {
        return db.bind("<default>").sql("select concat(connection_id(), ' ', @@transaction_isolation)").one(String.class);
    }
}
