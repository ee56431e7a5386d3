package io.quarkiverse.binds.test.dynamic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.support.FailureTexts;

/** G7: many threads that use one database at the same moment. */
@Path("burst/{bind}/{key}")
public class BurstResource {

    private static final int THREADS = 50;

    @Inject
    Databases databases;

    @Inject
    Db db;

    @PathParam("bind")
    String bind;

    @PathParam("key")
    String key;

    /** @return number of threads by outcome */
    @POST
    @Path("get")
    public Map<String, Integer> get() {
        return burst(i -> databases.of(bind).get(key).url());
    }

    @POST
    @Path("work")
    public Map<String, Integer> work() {
        return burst(i -> databases.of(bind).call(key, () -> db.bind(bind).sql("select database()").one(String.class)));
    }

    /** @param urls one per line, which the threads take in turn */
    @POST
    @Path("open")
    public Map<String, Integer> open(String urls) {
        String[] lines = urls.split("\n");
        return burst(i -> databases.of(bind).open(key, lines[i % lines.length]).url());
    }

    private Map<String, Integer> burst(IntFunction<String> what) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<String>> outcomes = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int n = i;
                outcomes.add(threads.submit(() -> {
                    start.await();
                    try {
                        return what.apply(n);
                    } catch (RuntimeException e) {
                        return FailureTexts.of(e);
                    }
                }));
            }
            Map<String, Integer> counts = new TreeMap<>();
            for (Future<String> outcome : outcomes) {
                counts.merge(outcome.get(), 1, Integer::sum);
            }
            return counts;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
