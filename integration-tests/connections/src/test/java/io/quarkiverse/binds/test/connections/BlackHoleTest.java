package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Server that neither answers nor refuses: packets in both directions are lost. */
@QuarkusTest
@QuarkusTestResource(value = BlackHoleResource.class, restrictToAnnotatedClass = true)
@TestProfile(BlackHoleProfile.class)
class BlackHoleTest extends OnServer {

    /** Twice login-timeout for the ping of an idle connection plus a new one, doubled for a busy machine. */
    private static final double TO_BORROW_MILLIS = 4_000;
    /** Adds pool.timeout and the transaction's timeout. */
    private static final double IN_ALL_MILLIS = 12_000;

    /** Injected by the test resource. */
    BlackHole blackHole;

    @BeforeEach
    void thereIsARow() {
        post("/both?name=there").then().statusCode(200);
    }

    @AfterEach
    void forward() throws Exception {
        blackHole.forward();
        assertThat(Await.until(LONG, () -> get("/both/there").statusCode() == 200)).as("it goes on").isTrue();
        assertThat(Await.until(LONG, () -> stat("notes", "active") == 0)).as("all returned").isTrue();
        assertThat(Await.until(LONG, () -> get("/threads").asString().equals("[]"))).as(get("/threads").asString()).isTrue();
        assertThat(failed(Load.run(Load.CLIENTS, 100, RequestMix.ofAll("forward" + System.nanoTime() + "-")))).isEmpty();
    }

    @Test
    void newConnectionFailsWithinTimeout() throws Exception {
        dispose();
        blackHole.swallow();

        assertFailedWithinTimeout("a new connection", Load.run(1, 1, n -> Call.write("/notes", "new")));
    }

    /** An unanswered ping takes its time; those of further idle connections must not add to it. */
    @Test
    void idleConnectionsFailWithinTimeout() throws Exception {
        warm("rest", 5);
        blackHole.swallow();

        assertFailedWithinTimeout("5 connections at rest", Load.run(1, 1, n -> Call.write("/notes", "rest")));
    }

    private void assertFailedWithinTimeout(String what, List<Answer> answers) {
        double longest = answers.stream().mapToDouble(Answer::millis).max().orElseThrow();
        print("black hole, %s: %d answered after at most %.0f ms", what, answers.size(), longest);
        assertThat(answers).allMatch(answer -> answer.status() == 503);
        assertThat(longest).isLessThan(TO_BORROW_MILLIS);
    }

    /** The transaction's timeout ends a statement in flight. */
    @Test
    void statementInFlightFailsWithinTimeout() {
        List<CompletableFuture<Response>> held = hold("under-way", 1);
        blackHole.swallow();

        long start = System.nanoTime();
        put("/gates/under-way0/open").then().statusCode(204);
        Response response = held.get(0).join();
        double millis = (System.nanoTime() - start) / 1e6;

        print("black hole, a statement under way: answered %d after %.0f ms", response.statusCode(), millis);
        assertThat(response.statusCode()).isIn(500, 503);
        assertThat(millis).isLessThan(IN_ALL_MILLIS);
    }

    @Test
    void requestsUnderLoadFailWithinTimeout() throws Exception {
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, n -> n % 2 == 0 ? Call.read("/notes", "there")
                : Call.write("/notes", "load" + n))) {
            assertThat(load.awaitMore(100, LONG)).isTrue();
            blackHole.swallow();
            long begin = System.nanoTime();
            assertThat(Await.until(LONG, () -> failed(load.soFar(), answer -> answer.start() > begin)
                    .size() >= 3 * Load.CLIENTS)).as("all are answered, again and again").isTrue();
            // the other bind is not affected
            assertThat(get("/sql/ledger").statusCode()).isEqualTo(200);
            blackHole.forward();
            assertThat(load.awaitMore(100, LONG)).as("it goes on").isTrue();
            answers = load.stop();
        }

        List<Answer> failed = failed(answers);
        double longest = failed.stream().mapToDouble(Answer::millis).max().orElseThrow();
        print("black hole under load of %d clients: %d of %d requests failed, each after at most %.0f ms", Load.CLIENTS,
                failed.size(), answers.size(), longest);
        assertThat(longest).isLessThan(IN_ALL_MILLIS);
        RequestMix.check(answers, names("notes", "note"), names("ledger", "entry"));
    }
}
