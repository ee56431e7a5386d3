package io.quarkiverse.binds.blog.bulk;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkiverse.binds.CommitOutcomeUnknownException;
import io.quarkiverse.binds.DatabaseUnavailableException;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.Selection;
import io.quarkiverse.binds.SelectionFailedException;
import io.quarkiverse.binds.UnitOfWorkOptions;
import io.quarkiverse.binds.blog.model.BlogPost;
import io.quarkiverse.binds.blog.model.BulkJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Runs actions on worker threads. An action that was interrupted, by the end of the application or by a lost database, goes on
 * after its last committed chunk. If several instances of the application run the same action, each chunk is committed by one
 * of them, and the others stop.
 */
@ApplicationScoped
public class BulkWorker {

    private static final Logger LOG = Logger.getLogger(BulkWorker.class);
    private static final int PAUSE_SECONDS = 30;
    private static final int STOP_SECONDS = 10;
    private static final UnitOfWorkOptions CHUNK = UnitOfWorkOptions.defaults().commitOnSuccess().retries(3);

    @Inject
    Db db;

    @Inject
    BulkJobs jobs;

    @Inject
    BulkChange change;

    /** Executor of Quarkus; the context of the request that starts an action does not go along. */
    @Inject
    ScheduledExecutorService executor;

    /** Number of posts of a transaction. */
    @ConfigProperty(name = "blog.bulk.chunk-size", defaultValue = "500")
    int chunkSize;

    private volatile boolean stopping;
    /** One party for this bean, one for each action that runs, and one for the search for unfinished ones. */
    private final Phaser running = new Phaser(1);

    /** Runs an action that is stored and committed. */
    public void start(UUID id) {
        executor.execute(() -> run(id));
    }

    /** On a worker thread: the application starts without its database, too. */
    void resume(@Observes StartupEvent event) {
        executor.execute(this::resume);
    }

    /** Waits for the current chunks before the databases are closed. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warnf("A chunk of an action has not ended in %d s and is rolled back", STOP_SECONDS);
        }
    }

    private void resume() {
        running.register();
        try {
            for (UUID id : stopping ? List.<UUID> of() : jobs.unfinished()) {
                LOG.infof("Action %s goes on", id);
                start(id);
            }
        } catch (RuntimeException e) {
            later("Unfinished actions cannot be read", e, this::resume);
        } finally {
            running.arriveAndDeregister();
        }
    }

    private void run(UUID id) {
        running.register();
        try {
            BulkJob job = jobs.read(id);
            if (job.state == BulkJob.State.RUNNING && !stopping) {
                process(job);
                jobs.end(id, null);
            }
        } catch (BulkChange.Interrupted e) {
            LOG.debugf("Action %s: %s", id, e.getMessage());
        } catch (DatabaseUnavailableException | CommitOutcomeUnknownException e) {
            later("Action " + id + " has lost its database", e, () -> run(id));
        } catch (InvalidTokenException e) {
            fail(id, e.getMessage(), e);
        } catch (Exception e) {
            fail(id, "The server has failed; its log has the reason", e);
        } finally {
            running.arriveAndDeregister();
        }
    }

    private void process(BulkJob job) throws Exception {
        Selection<BlogPost> posts = db.openSelection(BlogPost.class, job.token).options(CHUNK);
        if (job.reached != null) {
            posts = posts.resumeAt(job.reached);
        }
        AtomicReference<String> reached = new AtomicReference<>(job.reached);
        try {
            posts.onProgress(progress -> reached.set(progress.cursor())).forEachChunk(chunkSize, chunk -> {
                if (stopping) {
                    throw new BulkChange.Interrupted("the application stops");
                }
                change.apply(job.id, chunk, reached.get());
            });
        } catch (SelectionFailedException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void fail(UUID id, String error, Exception e) {
        if (stopping) {
            return; // the databases are closing; the action goes on after the start
        }
        LOG.errorf(e, "Action %s has failed", id);
        try {
            jobs.end(id, error);
        } catch (RuntimeException again) {
            later("The failure of action " + id + " cannot be stored", again, () -> fail(id, error, e));
        }
    }

    private void later(String problem, Exception e, Runnable task) {
        if (!stopping) {
            LOG.warnf(e, "%s; the next attempt is in %d s", problem, PAUSE_SECONDS);
            executor.schedule(task, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
