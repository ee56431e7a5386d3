package io.quarkiverse.binds.test.session;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import io.quarkiverse.binds.CommitPolicy;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnitOfWork;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Requests that commit automatically if they succeed. */
@Path("on-success")
@UnitOfWork(commit = CommitPolicy.ON_SUCCESS)
public class PolicyResource {

    @Inject
    Db db;

    @Inject
    ConfiguredPolicyResource silent;

    @POST
    @Path("{end}/{name}")
    public Response end(@PathParam("end") String end, @PathParam("name") String name) throws IOException {
        return silent.end(end, name);
    }

    @POST
    @Path("stage/{end}/{name}")
    @Blocking
    public CompletionStage<Response> stage(@PathParam("end") String end, @PathParam("name") String name) throws IOException {
        Response response = silent.end(end, name);
        return CompletableFuture.supplyAsync(() -> response);
    }

    @POST
    @Path("uni/{end}/{name}")
    @Blocking
    public Uni<Response> uni(@PathParam("end") String end, @PathParam("name") String name) throws IOException {
        Response response = silent.end(end, name);
        return Uni.createFrom().completionStage(CompletableFuture.supplyAsync(() -> response));
    }

    static void throwing(String end) throws IOException {
        switch (end) {
            case "exception" -> throw new IllegalStateException("unchecked");
            case "checked" -> throw new IOException("checked");
            case "mapped" -> throw new WebApplicationException("conflict", 409);
            default -> {
                // goes on
            }
        }
    }
}
