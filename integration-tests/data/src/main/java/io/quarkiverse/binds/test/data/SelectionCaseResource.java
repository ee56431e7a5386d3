package io.quarkiverse.binds.test.data;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.SelectionFailedException;

/** Runs the cases. */
@Path("selection-cases")
public class SelectionCaseResource {

    @Inject
    Db db;

    /** The result, or the class and message of the exception. */
    @GET
    @Path("{case}")
    public String run(@PathParam("case") SelectionCases selected) throws Exception {
        try {
            return String.valueOf(selected.run(db));
        } catch (SelectionFailedException e) {
            return "SelectionFailedException: " + e.getMessage() + " / " + e.getCause().getMessage();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
