package io.quarkiverse.binds.test.doors;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkiverse.binds.Db;

/** Runs programs; an exception of a program is answered with 409 and its text. */
@Path("programs")
public class ProgramResource {

    /** Header with the name of the row that the filter adds before the resource method runs. */
    static final String FILTER = "X-Filter";
    /** Header with the name of the row that the exception mapper adds and commits. */
    static final String MAPPER = "X-Mapper";

    @Inject
    Interpreter interpreter;
    @Inject
    Places places;
    @Inject
    Db db;

    @POST
    public String run(Program program) throws Exception {
        if (program.place() != Program.Place.REQUEST) {
            return places.run(program);
        }
        try {
            interpreter.run(program.steps());
            return "ok";
        } catch (AssertionError e) {
            return Places.text(e);
        }
    }

    /** Commits in a safe method by another transaction than the request's, and then loses its connection. */
    @GET
    @Path("once/{way}/{row}")
    public String once(@PathParam("way") String way, @PathParam("row") String row) throws Exception {
        Step add = new Step(Step.Op.ADD, "DB", Where.NOTES, row, null);
        Step commit = new Step(Step.Op.COMMIT, null, null, null, null);
        Step inner = way.equals("RUN") ? new Step(Step.Op.RUN, null, null, null, List.of(add, commit))
                : new Step(Step.Op.METHOD, way, Where.NOTES, null, List.of(add));
        Step read = new Step(Step.Op.READ, "DB", Where.NOTES, null, null);
        interpreter.run(List.of(inner, read, new Step(Step.Op.KILL, null, Where.NOTES, null, null), read));
        return "ok";
    }

    @ServerRequestFilter
    public void filter(ContainerRequestContext request) {
        String row = request.getHeaderString(FILTER);
        if (row != null) {
            db.add(Where.NOTES.row(row));
            db.flush();
        }
    }

    /** Writes in the transaction of the request's unit of work, as an application may. */
    @ServerExceptionMapper
    public Response map(Exception thrown, ContainerRequestContext request) {
        String row = request.getHeaderString(MAPPER);
        if (row != null) {
            db.add(Where.NOTES.row(row));
            db.commit();
        }
        return Response.status(Response.Status.CONFLICT).type(MediaType.TEXT_PLAIN_TYPE).entity(Places.text(thrown)).build();
    }
}
