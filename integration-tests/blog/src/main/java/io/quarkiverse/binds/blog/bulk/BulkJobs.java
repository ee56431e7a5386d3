package io.quarkiverse.binds.blog.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.BulkJob;
import io.quarkiverse.binds.blog.model.Tag;
import io.quarkiverse.binds.blog.store.ConflictException;

/** Actions on many posts, stored in the default bind. */
@ApplicationScoped
public class BulkJobs {

    /** Time in which an action can go on after a restart of the application. */
    private static final Duration TTL = Duration.ofDays(7);

    /** Action and its progress, as a response shows it. */
    public record View(UUID id, String action, String tag, String state, long done, long total, String error) {

        static View of(BulkJob job) {
            return new View(job.id, job.action.name().toLowerCase(Locale.ROOT).replace('_', '-'), job.tag,
                    job.state.name().toLowerCase(Locale.ROOT), job.done, job.total, job.error);
        }
    }

    @Inject
    Db db;

    /**
     * Stores an action, which {@link BulkWorker#start} then runs.
     *
     * @param tag null for {@link BulkJob.Action#DELETE}
     */
    public View create(BulkJob.Action action, String tag, Selection<BlogPost> posts) {
        if (action == BulkJob.Action.ADD_TAG) {
            Tag.named(tag); // here and not in the first chunk, where another request could create it at the same time
        } else if (action == BulkJob.Action.REMOVE_TAG && Tag.count("name", tag) == 0) {
            throw new ConflictException("There is no tag '" + tag + "' to remove");
        }
        BulkJob job = new BulkJob();
        job.id = UUID.randomUUID();
        job.action = action;
        job.tag = tag;
        job.token = posts.token(TTL);
        job.total = posts.count();
        job.state = BulkJob.State.RUNNING;
        job.created = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        db.add(job);
        db.commit();
        return View.of(job);
    }

    public View get(UUID id) {
        return View.of(db.getOr404(BulkJob.class, id, "There is no action " + id));
    }

    /** Reads an action outside of a unit of work. */
    BulkJob read(UUID id) {
        return db.call(() -> db.get(BulkJob.class, id));
    }

    /** Ids of the actions that have not ended, the oldest first. */
    List<UUID> unfinished() {
        return db.call(() -> db.session(BulkJob.class)
                .createSelectionQuery("select id from BulkJob where state = ?1 order by created", UUID.class)
                .setParameter(1, BulkJob.State.RUNNING).getResultList());
    }

    /** @param error null if it was successful */
    void end(UUID id, String error) {
        db.run(() -> {
            BulkJob job = db.get(BulkJob.class, id);
            job.state = error == null ? BulkJob.State.DONE : BulkJob.State.FAILED;
            job.error = error;
            db.commit();
        });
    }
}
