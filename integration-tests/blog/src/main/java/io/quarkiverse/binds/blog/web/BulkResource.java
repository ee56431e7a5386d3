package io.quarkiverse.binds.blog.web;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.blog.bulk.BulkJobs;

/** Progress of actions on many posts. */
@Path("/bulk")
public class BulkResource {

    @Inject
    BulkJobs jobs;

    @GET
    @Path("{id}")
    public BulkJobs.View get(UUID id) {
        return jobs.get(id);
    }
}
