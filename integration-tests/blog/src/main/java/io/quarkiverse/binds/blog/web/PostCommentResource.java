package io.quarkiverse.binds.blog.web;

import java.net.URI;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.store.Comments;

/** The comments of a post. */
@Path("/posts/{id}/comments")
public class PostCommentResource {

    @Inject
    Comments comments;

    @Inject
    Authors authors;

    @POST
    public RestResponse<CommentResource.View> create(Long id, CommentResource.Input input) {
        Check.body(input);
        String text = input.checkedText();
        Long author = authors.require(input.authorId());
        CommentResource.View comment = CommentResource.View.of(comments.create(id, author, text), authors.name(author));
        return RestResponse.ResponseBuilder.<CommentResource.View> created(URI.create("/comments/" + comment.id()))
                .entity(comment).build();
    }

    @GET
    public Pagination<CommentResource.View> list(Long id, @BeanParam PageParams page) {
        Pagination<Comments.View> found = comments.list(id, page);
        Map<Long, String> names = authors.names(found.getItems(), Comments.View::authorId);
        return found.map(comment -> CommentResource.View.of(comment, names.get(comment.authorId())));
    }
}
