package io.quarkiverse.binds.blog.bulk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.SelectionChunk;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.BulkJob;
import io.quarkiverse.binds.blog.model.Comment;
import io.quarkiverse.binds.blog.model.Tag;

/** Changes the posts of a chunk, and stores the new position of the action in the same transaction. */
@ApplicationScoped
class BulkChange {

    /** Action that somebody else continues: another instance of the application, or the next start. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(String reason) {
            super(reason);
        }
    }

    @Inject
    Db db;

    /**
     * @param reached cursor of the last chunk that this thread has committed
     * @throws Interrupted if the action is at another position, because another instance works on it
     */
    void apply(UUID id, SelectionChunk<BlogPost> chunk, String reached) {
        BulkJob job = db.get(BulkJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job.state != BulkJob.State.RUNNING || !Objects.equals(job.reached, reached)) {
            throw new Interrupted("another instance works on it");
        }
        switch (job.action) {
            case ADD_TAG -> changeTags(chunk.entities(), job.tag, true);
            case REMOVE_TAG -> changeTags(chunk.entities(), job.tag, false);
            case DELETE -> {
                Comment.delete("post in ?1", chunk.entities());
                db.delete(chunk.entities().toArray());
            }
        }
        job.done = chunk.done();
        job.reached = chunk.cursor();
    }

    private void changeTags(List<BlogPost> posts, String name, boolean add) {
        Tag tag = Tag.named(name);
        // reads the tags of all posts by one statement
        db.query(BlogPost.class, "from BlogPost p left join fetch p.tags where p in ?1", posts).getResultList();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (BlogPost post : posts) {
            if (add ? post.tags.add(tag) : post.tags.remove(tag)) {
                post.updated = now;
            }
        }
    }
}
