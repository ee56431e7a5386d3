package io.quarkiverse.binds.test.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.NoUnitOfWorkException;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnit;
import io.quarkus.runtime.ExecutorRecorder;

/** State that the mixed requests have left in the application. Uses no database itself. */
@Path("mixed-state")
public class MixedState {

    /** More threads than the requests use, fewer than the pool's limit of 200. */
    private static final int THREADS = 150;

    /** Loggers of unmapped exceptions and of errors in streams, both of which these requests cause on purpose. */
    private static final List<Logger> ERRORS = List.of(
            Logger.getLogger("io.quarkus.vertx.http.runtime.QuarkusErrorHandler"),
            Logger.getLogger("org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler"),
            Logger.getLogger("org.jboss.resteasy.reactive.common.core.AbstractResteasyReactiveContext"));

    @Inject
    Db db;

    @Inject
    TransactionManager transactions;

    @Inject
    SessionFactory notes;

    @Inject
    @PersistenceUnit("ledger")
    SessionFactory ledger;

    public record Sessions(long opened, long closed) {

        static Sessions of(Statistics notes, Statistics ledger) {
            // closed count first: a session opened and closed in between must not hide one that stays open
            long closed = notes.getSessionCloseCount() + ledger.getSessionCloseCount();
            return new Sessions(notes.getSessionOpenCount() + ledger.getSessionOpenCount(), closed);
        }
    }

    @POST
    @Path("begin")
    public void begin() {
        ERRORS.forEach(logger -> logger.setLevel(Level.OFF));
        for (SessionFactory factory : List.of(notes, ledger)) {
            factory.getStatistics().setStatisticsEnabled(true);
            factory.getStatistics().clear();
        }
    }

    @POST
    @Path("end")
    public void end() {
        ERRORS.forEach(logger -> logger.setLevel(null));
        notes.getStatistics().setStatisticsEnabled(false);
        ledger.getStatistics().setStatisticsEnabled(false);
    }

    @GET
    @Path("sessions")
    public Sessions sessions() {
        return Sessions.of(notes.getStatistics(), ledger.getStatistics());
    }

    /** Runs one task on each worker thread: no task ends before all have begun. */
    @GET
    @Path("threads")
    public Set<String> threads() throws Exception {
        ExecutorService workers = (ExecutorService) ExecutorRecorder.getCurrent();
        Set<Thread> expected = workers();
        expected.remove(Thread.currentThread());
        CyclicBarrier all = new CyclicBarrier(THREADS);
        List<Future<Thread>> tasks = new ArrayList<>();
        Set<String> leftovers = new TreeSet<>();
        Callable<Thread> task = () -> {
            all.await(20, TimeUnit.SECONDS);
            String leftover = leftover();
            if (leftover != null) {
                synchronized (leftovers) {
                    leftovers.add(Thread.currentThread().getName() + ": " + leftover);
                }
            }
            return Thread.currentThread();
        };
        for (int i = 0; i < THREADS; i++) {
            tasks.add(workers.submit(task));
        }
        for (Future<Thread> done : tasks) {
            expected.remove(done.get(30, TimeUnit.SECONDS));
        }
        expected.removeIf(thread -> !thread.isAlive());
        expected.forEach(thread -> leftovers.add(thread.getName() + " was not looked at"));
        return leftovers;
    }

    /** Returns the worker threads without the scheduling thread, which runs no work. */
    private static Set<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("executor-thread-"))
                .filter(thread -> !thread.getName().endsWith("(scheduler)"))
                .collect(Collectors.toSet());
    }

    private String leftover() throws Exception {
        if (transactions.getTransaction() != null) {
            return "a transaction";
        }
        if (Arc.container().requestContext().isActive()) {
            return "a request";
        }
        try {
            db.session();
            return "a unit of work";
        } catch (NoUnitOfWorkException expected) {
            return null;
        }
    }
}
