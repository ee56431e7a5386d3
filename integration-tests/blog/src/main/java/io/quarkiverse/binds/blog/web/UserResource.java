package io.quarkiverse.binds.blog.web;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.User;
import io.quarkiverse.binds.blog.store.ConflictException;
import io.quarkiverse.binds.blog.store.Posts;
import io.quarkiverse.binds.blog.store.Users;

/** Users. */
@Path("/users")
public class UserResource {

    /** Request body. */
    public record Input(String name, String bio) {

        String checkedName() {
            return Check.text("name", name, User.NAME_LENGTH);
        }

        String checkedBio() {
            return Check.optionalText("bio", bio, User.BIO_LENGTH);
        }
    }

    @Inject
    Users users;

    @Inject
    Posts posts;

    @POST
    public RestResponse<Users.View> create(Input input) {
        Check.body(input);
        Users.View user = users.create(input.checkedName(), input.checkedBio());
        return RestResponse.ResponseBuilder.<Users.View> created(URI.create("/users/" + user.id())).entity(user).build();
    }

    @GET
    public Pagination<Users.View> list(@BeanParam PageParams page) {
        return users.list(page);
    }

    @GET
    @Path("{id}")
    public Users.View get(Long id) {
        return users.get(id);
    }

    @PUT
    @Path("{id}")
    public Users.View update(Long id, Input input) {
        Check.body(input);
        return users.update(id, input.checkedName(), input.checkedBio());
    }

    /** Checks the references of the other database: a foreign key cannot cross binds. */
    @DELETE
    @Path("{id}")
    public RestResponse<Void> delete(Long id) {
        Users.View user = users.get(id);
        long written = posts.writtenBy(id);
        if (written > 0) {
            throw new ConflictException("User '" + user.name() + "' has written " + written
                    + " posts and comments: delete them first");
        }
        users.delete(id);
        return RestResponse.noContent();
    }
}
