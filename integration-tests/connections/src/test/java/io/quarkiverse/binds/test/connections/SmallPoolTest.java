package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * Fifty clients on a pool of size two and overflow one: every client is served. {@code -Dbinds.pool.seconds=60} sets the
 * duration that the requirement asks for.
 */
@QuarkusTest
@TestProfile(SmallPoolProfile.class)
class SmallPoolTest extends OnOwnServer {

    private static final int CLIENTS = 50;
    private static final int SIZE = 2;
    private static final int MAX = 3;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("binds.pool.seconds", 6));
    private static final double TIMEOUT_MILLIS = 30_000;

    @Test
    void everyClientIsServed() throws Exception {
        post("/notes?name=there").then().statusCode(200);
        List<Integer> samples = new ArrayList<>();
        List<Integer> waiting = new ArrayList<>();
        List<Answer> answers;
        try (Load load = Load.start(CLIENTS,
                n -> n % 2 == 0 ? Call.read("/notes", "there") : Call.write("/notes", "small-" + n))) {
            long end = System.nanoTime() + TIME.toNanos();
            // samples are few on a busy machine, and the sampling threads wait with the clients: until the pool was seen full
            Await.until(TIME.plus(LONG), () -> {
                samples.add(inspector.open("notes").size());
                waiting.add(stat("notes", "waiting"));
                return System.nanoTime() > end && samples.contains(MAX)
                        && waiting.stream().anyMatch(n -> n > CLIENTS / 2);
            });
            answers = load.stop();
        }

        double longest = answers.stream().mapToDouble(Answer::millis).max().orElseThrow();
        double median = answers.stream().mapToDouble(Answer::millis).sorted().skip(answers.size() / 2).findFirst()
                .orElseThrow();
        int most = samples.stream().max(Integer::compare).orElseThrow();
        print("%d clients at %d + %d connections for %d s: %d requests, %d failed, %.0f ms (median), %.0f ms (longest);"
                + " at most %d connections on the server in %d looks, up to %d waiting", CLIENTS, SIZE, MAX - SIZE,
                TIME.toSeconds(), answers.size(), failed(answers).size(), median, longest, most, samples.size(),
                waiting.stream().max(Integer::compare).orElseThrow());
        assertThat(failed(answers)).isEmpty();
        assertThat(longest).isLessThan(TIMEOUT_MILLIS);
        assertThat(most).isEqualTo(MAX);
        assertThat(waiting).as("more want one than there are").anyMatch(n -> n > CLIENTS / 2);
        assertThat(Await.until(LONG, () -> inspector.ids("notes").size() == SIZE)).as("back to its size").isTrue();
        RequestMix.check(answers, names("notes", "note"), names("ledger", "entry"));
    }
}
