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

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;

/** Unavailable databases, always at least one, beside available ones. */
@QuarkusTest
class UnavailableTenantTest extends OnMySql {

    private static final List<String> LIVE = List.of("live0", "live1", "live2", "live3");
    private static final List<String> ALIVE = List.of("other0", "other1", "other2");
    private static final List<String> DEAD = List.of("refused", "silent", "password");
    private static final int LIVE_CLIENTS = 4;
    private static final int OTHER_CLIENTS = 6;
    private static final int ROUNDS = 9;
    private static final Duration ROUND = Duration.ofMillis(Integer.getInteger("binds.dynamic.seconds", 5) * 80L);
    private static final double MOST = 1.2;
    /** Repeats on a busy machine, whose noise may spoil one series; a real slowdown shows in every series. */
    private static final int MOST_SERIES = 8;
    /** Delay of a client after an error, as of a person who retries, and of the clients in the control group. */
    private static final long PAUSE = Duration.ofMillis(20).toNanos();
    /** Connections held by the black hole: one opening, and the next before the first has timed out. */
    private static final int MOST_HELD = 2;

    /** Response times of the available databases in one round, in milliseconds. */
    private record Round(List<Double> sorted) {

        double percentile(double part) {
            return sorted.get((int) (part * (sorted.size() - 1)));
        }
    }

    private final AtomicInteger mostHeld = new AtomicInteger();
    private Http http;

    @Test
    void unavailableDatabasesDoNotSlowOthers() throws Exception {
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
     * Measures beside clients of unavailable databases and beside the same number of clients of available ones, in turn,
     * since other processes may load the machine for a while.
     *
     * @return ratio of the 99th percentiles
     */
    private double series(BlackHole silent) throws Exception {
        List<Round> besideLive = new ArrayList<>();
        List<Round> besideDead = new ArrayList<>();
        int mostThreads = 0;
        for (int i = 0; i < ROUNDS; i++) {
            besideLive.add(beside(ALIVE, 200));
            try (ConcurrentClients look = ConcurrentClients.start(1, n -> {
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
     * @param others keys that the other clients use meanwhile
     * @param status expected by the other clients
     * @return response times of the available databases, none of which may fail
     */
    private Round beside(List<String> others, int status) throws Exception {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        try (ConcurrentClients other = ConcurrentClients.start(OTHER_CLIENTS, n -> {
            String key = others.get((int) (n % others.size()));
            Http.Answer answer = write(key);
            LockSupport.parkNanos(PAUSE);
            return answer.status() == status ? null : key + ": " + answer;
        }); ConcurrentClients live = ConcurrentClients.start(LIVE_CLIENTS, n -> {
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

    /** Writes a row whose id comes from a sequence, which Hibernate reads under a lock of its own. */
    private Http.Answer write(String key) throws InterruptedException {
        return http.send("POST", "/scrolls?text=" + key, "X-Archive", key);
    }

    private static double median(List<Round> rounds, double part) {
        List<Double> values = new ArrayList<>(rounds.stream().map(round -> round.percentile(part)).toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
