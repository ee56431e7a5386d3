package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.Comment;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Comments, in the default bind. Each method is one transaction on it. */
@ApplicationScoped
@Transactional
public class Comments {

    /** A comment with the ids of its post and its author. */
    public record View(Long id, Long postId, Long authorId, String text, Instant created) {

        static View of(Comment comment) {
            return new View(comment.id, comment.post.id, comment.authorId, comment.text, comment.created);
        }
    }

    public View create(Long postId, Long authorId, String text) {
        Comment comment = new Comment();
        comment.post = requirePost(postId);
        comment.authorId = authorId;
        comment.text = text;
        comment.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        comment.persist();
        return View.of(comment);
    }

    public View update(Long id, String text) {
        Comment comment = require(id);
        comment.text = text;
        return View.of(comment);
    }

    public View get(Long id) {
        return View.of(require(id));
    }

    /** The comments of a post, the oldest first. */
    public Page<View> list(Long postId, Page.Wanted wanted) {
        PanacheQuery<Comment> comments = Comment.find("post = ?1 order by id", requirePost(postId));
        return Page.of(comments, wanted, View::of);
    }

    public void delete(Long id) {
        require(id).delete();
    }

    private static BlogPost requirePost(Long id) {
        return BlogPost.<BlogPost> findByIdOptional(id).orElseThrow(() -> StoreException.notFound("post", id));
    }

    private static Comment require(Long id) {
        return Comment.<Comment> findByIdOptional(id).orElseThrow(() -> StoreException.notFound("comment", id));
    }
}
