package io.quarkiverse.binds.blog.web;

import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkiverse.binds.blog.model.Comment;
import io.quarkiverse.binds.blog.store.Comments;

/** Single comments. */
@Path("/comments")
public class CommentResource {

    /** Request body; the author is fixed by the first request. */
    public record Input(Long authorId, String text) {

        String checkedText() {
            return Check.text("text", text, Comment.TEXT_LENGTH);
        }
    }

    /** Comment with the name of its author, null if the user is deleted. */
    public record View(Long id, Long postId, Long authorId, String author, String text, Instant created) {

        static View of(Comments.View comment, String author) {
            return new View(comment.id(), comment.postId(), comment.authorId(), author, comment.text(), comment.created());
        }
    }

    @Inject
    Comments comments;

    @Inject
    Authors authors;

    @GET
    @Path("{id}")
    public View get(Long id) {
        return withAuthor(comments.get(id));
    }

    @PUT
    @Path("{id}")
    public View update(Long id, Input input) {
        return withAuthor(comments.update(id, Check.body(input).checkedText()));
    }

    @DELETE
    @Path("{id}")
    public RestResponse<Void> delete(Long id) {
        comments.delete(id);
        return RestResponse.noContent();
    }

    private View withAuthor(Comments.View comment) {
        return View.of(comment, authors.name(comment.authorId()));
    }
}
