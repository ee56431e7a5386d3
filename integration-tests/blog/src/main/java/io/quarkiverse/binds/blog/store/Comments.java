package io.quarkiverse.binds.blog.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PageParams;
import io.quarkiverse.binds.Pagination;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.Comment;

/** Comments, in the default bind. Each changing method commits when it returns. */
@ApplicationScoped
public class Comments {

    /** Comment with the ids of its post and its author. */
    public record View(Long id, Long postId, Long authorId, String text, Instant created) {

        static View of(Comment comment) {
            return new View(comment.id, comment.post.id, comment.authorId, comment.text, comment.created);
        }
    }

    @Inject
    Db db;

    public View create(Long postId, Long authorId, String text) {
        Comment comment = new Comment();
        comment.post = requirePost(postId);
        comment.authorId = authorId;
        comment.text = text;
        comment.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        db.add(comment);
        db.commit();
        return View.of(comment);
    }

    public View update(Long id, String text) {
        Comment comment = require(id);
        comment.text = text;
        db.commit();
        return View.of(comment);
    }

    public View get(Long id) {
        return View.of(require(id));
    }

    /** Lists the comments of a post, the oldest first. */
    public Pagination<View> list(Long postId, PageParams page) {
        return db.paginate(db.query(Comment.class, "post = ?1 order by id", requirePost(postId)), page).map(View::of);
    }

    public void delete(Long id) {
        db.delete(require(id));
        db.commit();
    }

    private BlogPost requirePost(Long id) {
        return db.getOr404(BlogPost.class, id, "There is no post " + id);
    }

    private Comment require(Long id) {
        return db.getOr404(Comment.class, id, "There is no comment " + id);
    }
}
