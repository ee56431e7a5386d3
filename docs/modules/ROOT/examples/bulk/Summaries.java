package org.acme.bulk;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.UnitOfWorkOptions;

// tag::job[]
@ApplicationScoped
public class Summaries {

    @Inject
    Db db;

    /** Stores a job; the token of the client, which expires soon, becomes one that the job keeps. */
    public Long create(String token) {
        SummaryJob job = new SummaryJob();
        job.token = db.openSelection(Letter.class, token).token(Duration.ofDays(7));
        db.add(job);
        db.commit();
        return job.id;
    }

    /** Runs a job, or goes on with it after a crash; on a thread of its own. */
    public void run(Long id) {
        SummaryJob job = db.call(() -> db.get(SummaryJob.class, id));
        Selection<Letter> selection = db.call(() -> db.openSelection(Letter.class, job.token));
        if (job.cursor != null) {
            selection = selection.resumeAt(job.cursor);
        }
        selection.options(UnitOfWorkOptions.defaults().retries(3)).forEachChunk(500, chunk -> {
            chunk.entities().forEach(letter -> letter.summary = LetterResource.summaryOf(letter));
            SummaryJob now = db.get(SummaryJob.class, id);
            now.cursor = chunk.cursor(); // in the transaction of the chunk
            now.done = chunk.done();
            now.total = chunk.total();
        });
    }
}
// end::job[]
