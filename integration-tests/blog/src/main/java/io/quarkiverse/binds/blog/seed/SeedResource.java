package io.quarkiverse.binds.blog.seed;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkiverse.binds.blog.web.Check;

/** Creates sample data. */
@Path("/seed")
public class SeedResource {

    static final int POSTS = 10_000;
    static final int MAX_POSTS = 100_000;

    @Inject
    Seeder seeder;

    @POST
    public Seeder.Seeded seed(@RestQuery String posts) {
        return seeder.seed(Check.number("posts", posts, POSTS, 1, MAX_POSTS));
    }
}
