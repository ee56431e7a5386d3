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
import io.quarkiverse.binds.benchmark.blog.Tag;

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

    /** Reads the first {@link #PAGE} posts, and those after them by the id of the last. */
    @GET
    @Path("posts/first-two-pages")
    List<Post> firstTwoPages();

    /** Changes the titles of all posts with an id up to the given one, as the action on a selection of them would. */
    @PUT
    @Path("posts/up-to/{id}")
    long updateAll(@PathParam("id") Long id);

    /** Counts up in all readings, however many there are, without one transaction for all. */
    @PUT
    @Path("readings")
    long updateReadings();

    @PUT
    @Path("posts/{id}")
    Post update(@PathParam("id") Long id, Post changed);

    @POST
    @Path("comments")
    Comment insert(Comment comment);

    /** Finds the tag with an id, or inserts it. */
    @POST
    @Path("tags/{id}/get-or-create")
    Tag getOrCreate(@PathParam("id") Long id);

    /** Inserts {@link #TAGS} tags with ids from the given one on. */
    @POST
    @Path("tags/{first}")
    void insertMany(@PathParam("first") long first);
}
