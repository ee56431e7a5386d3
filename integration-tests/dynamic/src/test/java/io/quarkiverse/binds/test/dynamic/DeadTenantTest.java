package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.Await;
import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkus.test.junit.QuarkusTest;

/** Databases that cannot be had, of which there is always one among many, and the others. */
@QuarkusTest
class DeadTenantTest extends OnMySql {

    private static final List<String> LIVE = List.of("live0", "live1", "live2", "live3");
    private static final List<String> DEAD = List.of("refused", "silent", "password");
    private static final int LIVE_CLIENTS = 4;
    private static final int DEAD_CLIENTS = 6;
    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("binds.dynamic.seconds", 8) * 80L);
    /** The goal is 1.2 on a machine that does nothing else. */
    private static final double MOST = 1.5;
    /** Who is told no tries again a little later, as people do. */
    private static final long AFTER_ERROR = Duration.ofMillis(20).toNanos();
    /** Of the black hole: whoever opens it, and whoever opens it again before the first has quite given up. */
    private static final int MOST_HELD = 2;

    /** How long the answers for the live ones took in one round, in milliseconds. */
    private record Round(List<Double> sorted) {

        double percentile(double part) {
            return sorted.get((int) (part * (sorted.size() - 1)));
        }
    }

    @Test
    void theyDoNotSlowTheOthers() throws Exception {
        Http http = new Http();
        schemas.create(LIVE);
        schemas.create("silent");
        List<Round> alone = new ArrayList<>();
        List<Round> beside = new ArrayList<>();
        AtomicInteger mostHeld = new AtomicInteger();
        AtomicInteger mostThreads = new AtomicInteger();
        long errors = 0;
        try (BlackHole silent = new BlackHole(schemas.server().host(), schemas.server().port())) {
            silent.swallow();
            place("refused", schemas.url("live0", Ports.unused()));
            place("silent", schemas.url("silent", silent.port()));
            place("password", schemas.url("live0").replace(":binds@", ":wrong@"));
            LIVE.forEach(key -> place(key, schemas.url(key)));
            round(http);
            for (int i = 0; i < ROUNDS; i++) {
                alone.add(round(http));
                try (Crowd dead = Crowd.start(DEAD_CLIENTS, n -> askDead(http, DEAD.get((int) (n % DEAD.size()))));
                        Crowd look = Crowd.start(1, n -> {
                            mostHeld.accumulateAndGet(silent.held(), Math::max);
                            LockSupport.parkNanos(AFTER_ERROR / 10);
                            return null;
                        })) {
                    beside.add(round(http));
                    mostThreads.accumulateAndGet(get("/machine/threads").jsonPath().getList("$").size(), Math::max);
                    look.stop();
                    dead.stop();
                    assertThat(dead.failures()).isEmpty();
                    errors += dead.steps();
                }
            }
            print("%d clients of %d live databases, alone and beside %d clients of 3 dead ones (%d errors, %d connects to the"
                    + " one that answers nothing, at most %d at a time, %d threads in the driver): p50 %.2f and %.2f ms, p99 %.2f"
                    + " and %.2f ms, medians of %d rounds each, in turn: ratio of p99 %.2f", LIVE_CLIENTS, LIVE.size(),
                    DEAD_CLIENTS, errors, silent.accepted(), mostHeld.get(), mostThreads.get(), median(alone, 0.5),
                    median(beside, 0.5), median(alone, 0.99), median(beside, 0.99), ROUNDS,
                    median(beside, 0.99) / median(alone, 0.99));
            assertThat(silent.accepted()).as("it was tried").isPositive();
            assertThat(mostHeld.get()).as("threads that wait for it").isLessThanOrEqualTo(MOST_HELD);
        }
        assertThat(median(beside, 0.99) / median(alone, 0.99)).isLessThan(MOST);
        LIVE.forEach(key -> close("archive", key));
    }

    private static void place(String key, String url) {
        given().body(url).put("/places/{key}", key).then().statusCode(204);
    }

    /** @return how it went for the live ones, of which none may fail */
    private static Round round(Http http) throws Exception {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        try (Crowd live = Crowd.start(LIVE_CLIENTS, n -> {
            String key = LIVE.get((int) (n % LIVE.size()));
            Http.Answer answer = write(http, key);
            millis.add(answer.millis());
            return answer.ok() ? null : key + ": " + answer;
        })) {
            long start = System.nanoTime();
            Await.until(LONG, () -> System.nanoTime() - start > ROUND.toNanos());
            live.stop();
            assertThat(live.failures()).isEmpty();
        }
        return new Round(millis.stream().sorted().toList());
    }

    /** @return what is wrong, that is if it is there, or if it is not said */
    private static String askDead(Http http, String key) throws InterruptedException {
        Http.Answer answer = write(http, key);
        LockSupport.parkNanos(AFTER_ERROR);
        return answer.status() == 503 ? null : key + ": " + answer;
    }

    /** With an id of a sequence, which Hibernate fetches under a lock of its own. */
    private static Http.Answer write(Http http, String key) throws InterruptedException {
        return http.send("POST", "/scrolls?text=" + key, "X-Archive", key);
    }

    private static double median(List<Round> rounds, double part) {
        List<Double> values = new ArrayList<>(rounds.stream().map(round -> round.percentile(part)).toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
