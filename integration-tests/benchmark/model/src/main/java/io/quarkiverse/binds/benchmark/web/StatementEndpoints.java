package io.quarkiverse.binds.benchmark.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.benchmark.blog.Post;

/** Those of the {@link Endpoints} that read, without a transaction. */
@Path("by-statement")
public interface StatementEndpoints {

    @GET
    @Path("posts/{id}")
    Post read(@PathParam("id") Long id);

    @GET
    @Path("posts/{id}/and/{other}")
    List<Post> readTwo(@PathParam("id") Long id, @PathParam("other") Long other);

    @GET
    @Path("posts/{id}/for/{account}")
    PostAndAccount readFromTwoDatabases(@PathParam("id") Long id, @PathParam("account") Long account);

    @GET
    @Path("posts")
    PostPage page(@QueryParam("page") int page);
}
