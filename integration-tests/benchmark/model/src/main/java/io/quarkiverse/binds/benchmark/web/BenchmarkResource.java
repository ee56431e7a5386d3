package io.quarkiverse.binds.benchmark.web;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.benchmark.blog.Post;
import io.quarkiverse.binds.benchmark.users.Account;

/** What both applications do: the plain way, which works in both. */
@Path("/")
public class BenchmarkResource {

    @GET
    @Path("posts/{id}")
    public Post post(Long id) {
        return Post.findById(id);
    }

    @GET
    @Path("accounts/{id}")
    public Account account(Long id) {
        return Account.findById(id);
    }

    @POST
    @Path("posts")
    @Transactional
    public Post create(Post post) {
        post.persist();
        return post;
    }
}
