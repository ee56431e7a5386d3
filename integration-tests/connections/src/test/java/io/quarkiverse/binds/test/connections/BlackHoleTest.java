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

import io.quarkiverse.binds.test.databases.Await;
import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** The server is neither there nor gone: nothing that is sent is answered, and nothing is refused. */
@QuarkusTest
@QuarkusTestResource(value = BlackHoleResource.class, restrictToAnnotatedClass = true)
@TestProfile(BlackHoleProfile.class)
class BlackHoleTest extends OnServer {

    /** login-timeout for the test of a connection at rest and for a new one, twice for a busy machine. */
    private static final double TO_BORROW_MILLIS = 4_000;
    /** That, pool.timeout and the transaction's timeout. */
    private static final double IN_ALL_MILLIS = 12_000;

    /** Given by the test resource. */
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
        assertThat(failed(Load.run(Load.CLIENTS, 100, Mix.ofAll("forward" + System.nanoTime() + "-")))).isEmpty();
    }

    @Test
    void aNewConnectionIsGivenUp() throws Exception {
        dispose();
        blackHole.swallow();

        bounded("a new connection", Load.run(1, 1, n -> Call.write("/notes", "new")));
    }

    /** A test that is not answered takes its time, and those of the other connections must not be added to it. */
    @Test
    void soAreThoseAtRest() throws Exception {
        warm("rest", 5);
        blackHole.swallow();

        bounded("5 connections at rest", Load.run(1, 1, n -> Call.write("/notes", "rest")));
    }

    private void bounded(String what, List<Answer> answers) {
        double longest = answers.stream().mapToDouble(Answer::millis).max().orElseThrow();
        print("black hole, %s: %d answered after at most %.0f ms", what, answers.size(), longest);
        assertThat(answers).allMatch(answer -> answer.status() == 503);
        assertThat(longest).isLessThan(TO_BORROW_MILLIS);
    }

    /** What is under way ends with its transaction's timeout. */
    @Test
    void soIsAStatementUnderWay() {
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
    void underLoad() throws Exception {
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, n -> n % 2 == 0 ? Call.read("/notes", "there")
                : Call.write("/notes", "load" + n))) {
            assertThat(load.awaitMore(100, LONG)).isTrue();
            blackHole.swallow();
            long begin = System.nanoTime();
            assertThat(Await.until(LONG, () -> failed(load.soFar(), answer -> answer.start() > begin)
                    .size() >= 3 * Load.CLIENTS)).as("all are answered, again and again").isTrue();
            // the bind beside it has no part in it
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
        Mix.check(answers, names("notes", "note"), names("ledger", "entry"));
    }
}
