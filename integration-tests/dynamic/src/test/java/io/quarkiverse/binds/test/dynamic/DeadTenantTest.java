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
    private static final List<String> ALIVE = List.of("other0", "other1", "other2");
    private static final List<String> DEAD = List.of("refused", "silent", "password");
    private static final int LIVE_CLIENTS = 4;
    private static final int OTHER_CLIENTS = 6;
    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("binds.dynamic.seconds", 5) * 80L);
    private static final double MOST = 1.2;
    /**
     * Where the machine has other things to do one series says little: what is slowed by the dead is slowed in each of them.
     */
    private static final int MOST_SERIES = 4;
    /** Who is told no tries again a little later, as people do; so do the others in their place. */
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    /** Of the black hole: whoever opens it, and whoever opens it again before the first has quite given up. */
    private static final int MOST_HELD = 2;

    /** How long the answers for the live ones took in one round, in milliseconds. */
    private record Round(List<Double> sorted) {

        double percentile(double part) {
            return sorted.get((int) (part * (sorted.size() - 1)));
        }
    }

    private final AtomicInteger mostHeld = new AtomicInteger();
    private Http http;

    @Test
    void theyDoNotSlowTheOthers() throws Exception {
        http = new Http();
        schemas.create(LIVE);
        schemas.create(ALIVE);
        schemas.create("silent");
        try (BlackHole silent = new BlackHole(schemas.server().host(), schemas.server().port())) {
            silent.swallow();
            place("refused", schemas.url("live0", Ports.unused()));
            place("silent", schemas.url("silent", silent.port()));
            place("password", schemas.url("live0").replace(":binds@", ":wrong@"));
            LIVE.forEach(key -> place(key, schemas.url(key)));
            ALIVE.forEach(key -> place(key, schemas.url(key)));
            beside(ALIVE, 200);
            double ratio = series(silent);
            for (int i = 1; i < MOST_SERIES && ratio > MOST; i++) {
                ratio = Math.min(ratio, series(silent));
            }
            assertThat(silent.accepted()).as("it was tried").isPositive();
            assertThat(mostHeld.get()).as("threads that wait for it").isLessThanOrEqualTo(MOST_HELD);
            assertThat(ratio).isLessThanOrEqualTo(MOST);
        }
        LIVE.forEach(key -> close("archive", key));
        ALIVE.forEach(key -> close("archive", key));
    }

    /**
     * Beside clients of databases that are dead, and beside the same clients of as many that are alive. In turn, since the
     * machine may have other things to do for a while.
     *
     * @return how many times the 99th percentile of the one is that of the other
     */
    private double series(BlackHole silent) throws Exception {
        List<Round> besideLive = new ArrayList<>();
        List<Round> besideDead = new ArrayList<>();
        int mostThreads = 0;
        for (int i = 0; i < ROUNDS; i++) {
            besideLive.add(beside(ALIVE, 200));
            try (Crowd look = Crowd.start(1, n -> {
                mostHeld.accumulateAndGet(silent.held(), Math::max);
                LockSupport.parkNanos(PAUSE / 10);
                return null;
            })) {
                besideDead.add(beside(DEAD, 503));
                mostThreads = Math.max(mostThreads, get("/machine/threads").jsonPath().getList("$").size());
                look.stop();
            }
        }
        double ratio = median(besideDead, 0.99) / median(besideLive, 0.99);
        print("%d clients of %d databases, beside %d clients of 3 live and of 3 dead ones (%d connects to the one that"
                + " answers nothing, at most %d at a time, %d threads in the driver): p50 %.2f and %.2f ms, p99 %.2f and"
                + " %.2f ms, medians of %d rounds each, in turn: ratio of p99 %.2f", LIVE_CLIENTS, LIVE.size(), OTHER_CLIENTS,
                silent.accepted(), mostHeld.get(), mostThreads, median(besideLive, 0.5), median(besideDead, 0.5),
                median(besideLive, 0.99), median(besideDead, 0.99), ROUNDS, ratio);
        return ratio;
    }

    private static void place(String key, String url) {
        given().body(url).put("/places/{key}", key).then().statusCode(204);
    }

    /**
     * @param others what other clients ask for meanwhile
     * @param status what those are answered
     * @return how it went for the live ones, of which none may fail
     */
    private Round beside(List<String> others, int status) throws Exception {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        try (Crowd other = Crowd.start(OTHER_CLIENTS, n -> {
            String key = others.get((int) (n % others.size()));
            Http.Answer answer = write(key);
            LockSupport.parkNanos(PAUSE);
            return answer.status() == status ? null : key + ": " + answer;
        }); Crowd live = Crowd.start(LIVE_CLIENTS, n -> {
            String key = LIVE.get((int) (n % LIVE.size()));
            Http.Answer answer = write(key);
            millis.add(answer.millis());
            return answer.ok() ? null : key + ": " + answer;
        })) {
            long start = System.nanoTime();
            Await.until(LONG, () -> System.nanoTime() - start > ROUND.toNanos());
            live.stop();
            other.stop();
            assertThat(live.failures()).isEmpty();
            assertThat(other.failures()).isEmpty();
        }
        return new Round(millis.stream().sorted().toList());
    }

    /** With an id of a sequence, which Hibernate fetches under a lock of its own. */
    private Http.Answer write(String key) throws InterruptedException {
        return http.send("POST", "/scrolls?text=" + key, "X-Archive", key);
    }

    private static double median(List<Round> rounds, double part) {
        List<Double> values = new ArrayList<>(rounds.stream().map(round -> round.percentile(part)).toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
