package io.quarkiverse.binds.test.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Threads that want the rows of the same keys at the same time, each call in a unit of work of its own. */
@Path("{kind}/race")
public class RaceResource {

    /** Result of all threads together. */
    public record Outcome(long rows, int created, int successes, long amount, List<String> errors) {
    }

    private interface Step {
        /** @return whether it has created the row */
        boolean run(String name);
    }

    @Inject
    Db db;

    @PathParam("kind")
    Kind kind;

    @QueryParam("threads")
    int threads;

    @QueryParam("keys")
    int keys;

    @QueryParam("isolation")
    Isolation isolation;

    @QueryParam("retries")
    int retries;

    @POST
    @Path("get-or-create")
    public Outcome getOrCreate() throws Exception {
        Class<? extends Counter> type = Counter.of(kind);
        return race("goc", name -> create(type, name));
    }

    private <T extends Counter> boolean create(Class<T> type, String name) {
        return db.getOrCreate(type, Map.of("name", name), counter -> counter.amount = 1).created();
    }

    /** Increments under a lock. */
    @POST
    @Path("lock")
    public Outcome lock() throws Exception {
        Class<? extends Counter> type = Counter.of(kind);
        return race("lock", name -> increment(type, name));
    }

    private <T extends Counter> boolean increment(Class<T> type, String name) {
        var result = db.getOrCreate(type, Attributes.of(Map.of("name", name)), counter -> {
        }, LockModeType.PESSIMISTIC_WRITE);
        result.entity().amount++;
        return result.created();
    }

    @POST
    @Path("upsert")
    public Outcome upsert() throws Exception {
        Class<? extends Counter> type = Counter.of(kind);
        return race("upsert", name -> {
            db.upsert(type, Map.of("name", name), Map.of("amount", 1));
            return false;
        });
    }

    private Outcome race(String series, Step step) throws Exception {
        UnitOfWorkOptions options = UnitOfWorkOptions.defaults().commitOnSuccess().isolation(isolation).retries(retries);
        String prefix = series + "-" + isolation + "-";
        CyclicBarrier barrier = new CyclicBarrier(threads);
        Callable<List<Object>> task = () -> {
            List<Object> results = new ArrayList<>();
            for (int key = 0; key < keys; key++) {
                String name = prefix + key;
                barrier.await();
                try {
                    results.add(db.call(options, () -> step.run(name)));
                } catch (RuntimeException e) {
                    results.add(name + ": " + e);
                }
            }
            return results;
        };
        List<Object> all = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Object>>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(task));
            }
            for (Future<List<Object>> future : futures) {
                all.addAll(future.get());
            }
        } finally {
            executor.shutdownNow();
        }
        List<? extends Counter> rows = db.query(Counter.of(kind), "name like ?1", prefix + "%").getResultList();
        return new Outcome(rows.size(), (int) all.stream().filter(Boolean.TRUE::equals).count(),
                (int) all.stream().filter(Boolean.class::isInstance).count(), rows.stream().mapToLong(row -> row.amount).sum(),
                all.stream().filter(String.class::isInstance).map(Object::toString).toList());
    }
}
