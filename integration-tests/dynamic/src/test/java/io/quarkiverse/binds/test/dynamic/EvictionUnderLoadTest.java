package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** G8: evictions and closes do not break units of work in progress. */
@QuarkusTest
@TestProfile(ManyDatabasesProfile.class)
class EvictionUnderLoadTest extends OnMySql {

    private static final int CLIENTS = 24;
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("binds.dynamic.seconds", 5)).dividedBy(2);
    /** Longest pause between two statements of a unit of work. */
    private static final int MILLIS = 30;

    private final Map<String, Queue<String>> acknowledged = new ConcurrentHashMap<>();
    /** Number of closes that met an open database, or the opening of one. */
    private final AtomicLong closed = new AtomicLong();

    @Test
    void evictionBreaksNoUnitOfWork() throws Exception {
        // twice as many as may be open
        run("evicted", 2 * ManyDatabasesProfile.MAX_OPEN, 0);
    }

    /** Closes databases continuously, also those in use. */
    @Test
    void closeBreaksNoUnitOfWork() throws Exception {
        run("closed", 4, 1);
    }

    private void run(String name, int databases, int closers) throws Exception {
        List<String> keys = IntStream.range(0, databases).mapToObj(i -> name + i).toList();
        schemas.create(keys);
        Http http = new Http();
        long before = stats("tenants").getLong("opened");
        try (ConcurrentClients crowd = ConcurrentClients.start(CLIENTS,
                n -> step(http, keys.get((int) (n % databases)), name + n));
                ConcurrentClients closing = ConcurrentClients.start(closers,
                        n -> close(http, keys.get((int) (n % databases))))) {
            long start = System.nanoTime();
            // on a busy machine the load goes on until it has done what the test is about
            Await.until("databases are opened, and closed, again and again under load", LONG.multipliedBy(2),
                    () -> System.nanoTime() - start > LOAD.toNanos() && crowd.steps() > 2L * Math.max(databases, CLIENTS)
                            && (closers == 0 ? openedSince(before) : closed.get()) > databases);
            closing.stop();
            crowd.stop();
            print("%s: %d units of work by %d clients on %d databases, opened %d times, %d times closed on purpose: %d failed",
                    name, crowd.steps(), CLIENTS, databases, openedSince(before), closed.get(), crowd.failed());
            assertThat(crowd.failures()).isEmpty();
            assertThat(closing.failures()).isEmpty();
        }
        // meters of a pool closed after its successor was opened belong to the successor
        Await.until("meters are those of what is open", LONG, () -> metered().equals(new TreeSet<>(keys("tenants"))));
        for (String key : keys) {
            assertThat(schemas.notes(key)).containsExactlyInAnyOrderElementsOf(acknowledged.get(key));
        }
    }

    private static long openedSince(long before) {
        return stats("tenants").getLong("opened") - before;
    }

    private String step(Http http, String key, String text) throws InterruptedException {
        int millis = ThreadLocalRandom.current().nextInt(MILLIS);
        Http.Answer answer = http.send("POST", "/pause/steps?text=" + text + "&millis=" + millis, "X-Db", key);
        if (answer.status() != 200 || !answer.body().equals("same 1")) {
            return key + ": " + answer;
        }
        acknowledged.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>()).add(text);
        return null;
    }

    /** A close may end an opening, which is not counted as opened then: where openings are slow, most closes do. */
    private String close(Http http, String key) throws InterruptedException {
        Http.Answer answer = http.send("DELETE", "/databases/tenants/of/" + key);
        if (answer.body().equals("true")) {
            closed.incrementAndGet();
        }
        return answer.ok() ? null : answer.toString();
    }

    private static Set<String> metered() {
        List<String> lines = get("/machine/meters").jsonPath().getList("$");
        return lines.stream().filter(line -> line.contains("binds.pool.active{bind=tenants, "))
                .map(line -> line.replaceFirst(".*database=([^,]*),.*", "$1")).collect(Collectors.toCollection(TreeSet::new));
    }
}
