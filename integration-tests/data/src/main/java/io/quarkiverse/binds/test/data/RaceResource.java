package io.quarkiverse.binds.test.data;

import java.time.Duration;
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

import org.hibernate.exception.ConstraintViolationException;

import io.quarkiverse.binds.Attributes;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.Isolation;
import io.quarkiverse.binds.UnitOfWorkOptions;

/** Threads that want the rows of the same keys at the same time, each call in a unit of work of its own. */
@Path("{kind}/race")
public class RaceResource {

    /** Result of all threads together, and how long they took. */
    public record Outcome(long rows, int created, int successes, long amount, long millis, List<String> errors) {
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

    /** Part of the keys, so that each round has its own. */
    @QueryParam("round")
    int round;

    @POST
    @Path("get-or-create")
    public Outcome getOrCreate() throws Exception {
        Class<? extends Counter> type = Counter.of(kind);
        return race("goc", name -> db.call(options(), () -> create(type, name)));
    }

    private <T extends Counter> boolean create(Class<T> type, String name) {
        return db.getOrCreate(type, Map.of("name", name), counter -> counter.amount = 1).created();
    }

    /** Written by hand: inserts, and after a duplicate key reads in another unit of work. */
    @POST
    @Path("insert-first")
    public Outcome insertFirst() throws Exception {
        return race("insert", this::insertFirst);
    }

    private boolean insertFirst(String name) {
        try {
            return db.call(options(), () -> insert(name));
        } catch (ConstraintViolationException e) {
            return db.call(options(), () -> db.one(db.query(Counter.of(kind), "name = ?1", name)) == null);
        }
    }

    /** Written by hand: locks the row, and inserts it if there is none. */
    @POST
    @Path("for-update")
    public Outcome forUpdate() throws Exception {
        return race("update", name -> db.call(options(), () -> db.query(Counter.of(kind), "name = ?1", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().isEmpty() && insert(name)));
    }

    private boolean insert(String name) {
        Counter counter = Counter.of(kind, name);
        counter.amount = 1;
        db.add(counter);
        db.flush();
        return true;
    }

    /** Increments under a lock. */
    @POST
    @Path("lock")
    public Outcome lock() throws Exception {
        Class<? extends Counter> type = Counter.of(kind);
        return race("lock", name -> db.call(options(), () -> increment(type, name)));
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
        return race("upsert", name -> db.call(options(), () -> {
            db.upsert(type, Map.of("name", name), Map.of("amount", 1));
            return false;
        }));
    }

    private UnitOfWorkOptions options() {
        return UnitOfWorkOptions.defaults().commitOnSuccess().isolation(isolation).retries(retries);
    }

    private Outcome race(String series, Step step) throws Exception {
        String prefix = series + "-" + isolation + "-" + round + "-";
        CyclicBarrier barrier = new CyclicBarrier(threads);
        Callable<List<Object>> task = () -> {
            List<Object> results = new ArrayList<>();
            for (int key = 0; key < keys; key++) {
                String name = prefix + key;
                barrier.await();
                try {
                    results.add(step.run(name));
                } catch (RuntimeException e) {
                    results.add(name + ": " + e);
                }
            }
            return results;
        };
        List<Object> all = new ArrayList<>();
        long start = System.nanoTime();
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
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        List<? extends Counter> rows = db.query(Counter.of(kind), "name like ?1", prefix + "%").getResultList();
        return new Outcome(rows.size(), (int) all.stream().filter(Boolean.TRUE::equals).count(),
                (int) all.stream().filter(Boolean.class::isInstance).count(), rows.stream().mapToLong(row -> row.amount).sum(),
                millis,
                all.stream().filter(String.class::isInstance).map(Object::toString).toList());
    }
}
