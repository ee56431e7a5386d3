package io.quarkiverse.binds.benchmark.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.benchmark.blog.Comment;
import io.quarkiverse.binds.benchmark.blog.Post;

/** Endpoints of both applications, each with its own implementation. */
@Path("/")
public interface Endpoints {

    int PAGE = 20;
    int TAGS = 50;

    @GET
    @Path("posts/{id}")
    Post read(@PathParam("id") Long id);

    @GET
    @Path("posts/{id}/and/{other}")
    List<Post> readTwo(@PathParam("id") Long id, @PathParam("other") Long other);

    /** Reads the post from one database and the account from the other. */
    @GET
    @Path("posts/{id}/for/{account}")
    PostAndAccount readFromTwoDatabases(@PathParam("id") Long id, @PathParam("account") Long account);

    /** Reads a page of {@link #PAGE} posts, and their total number. */
    @GET
    @Path("posts")
    PostPage page(@QueryParam("page") int page);

    @PUT
    @Path("posts/{id}")
    Post update(@PathParam("id") Long id, Post changed);

    @POST
    @Path("comments")
    Comment insert(Comment comment);

    /** Inserts {@link #TAGS} tags with ids from the given one on. */
    @POST
    @Path("tags/{first}")
    void insertMany(@PathParam("first") long first);
}
