package io.quarkiverse.binds.blog.web;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.Blog;
import io.quarkiverse.binds.blog.store.Blogs;

/** Blogs, each with a database of its own. */
@Path("/blogs")
public class BlogResource {

    /** Same as {@code key-pattern} of the bind. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    /** Request body. */
    public record Input(String name) {

        String checkedName() {
            String checked = Check.text("name", name, Blog.NAME_LENGTH);
            if (!NAME.matcher(checked).matches()) {
                throw new BadRequest("'name' has small letters and digits only, and begins with a letter");
            }
            return checked;
        }
    }

    @Inject
    Blogs blogs;

    @POST
    public RestResponse<Blogs.View> create(Input input) {
        return RestResponse.status(RestResponse.Status.CREATED, blogs.create(Check.body(input).checkedName()));
    }

    @GET
    public Pagination<Blogs.View> list(@BeanParam PageParams page) {
        return blogs.list(page);
    }
}
