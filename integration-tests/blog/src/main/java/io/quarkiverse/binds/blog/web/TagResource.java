package io.quarkiverse.binds.blog.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.store.Posts;

/** All tags. */
@Path("/tags")
public class TagResource {

    @Inject
    Posts posts;

    @GET
    public Pagination<Posts.TagView> list(@BeanParam PageParams page) {
        return posts.tags(page);
    }
}
