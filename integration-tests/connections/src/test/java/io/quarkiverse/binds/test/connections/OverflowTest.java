package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** A11, S5: the error of the third borrower of a pool of size 1 and overflow 1. */
@QuarkusTest
@TestProfile(OverflowProfile.class)
class OverflowTest extends OnOwnServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(OverflowProfile.TIMEOUT_SECONDS);

    @Test
    void thirdBorrowerFailsAfterTimeoutNamingKeysToSet() throws Exception {
        List<CompletableFuture<Response>> held = hold("third", 2);
        assertThat(stat("notes", "active")).isEqualTo(2);

        CompletableFuture<Response> posted = Later.of(() -> post("/notes?name=third"));
        List<Answer> answers = Load.run(2, 2,
                n -> n == 0 ? new Call("GET", "/by-hand", "") : Call.write("/notes", "third"));
        Answer byHand = answers.stream().filter(answer -> !answer.call().isWrite()).findFirst().orElseThrow();
        Answer inUnitOfWork = answers.stream().filter(answer -> answer.call().isWrite()).findFirst().orElseThrow();

        assertThat(byHand.body()).matches("(?s)\\w+ 08\\d\\d\\d: .*")
                .contains("size 1", "overflow 1", OverflowProfile.TIMEOUT_SECONDS + ".00 s", "quarkus.binds.pool.size",
                        "quarkus.binds.pool.max-overflow",
                        "quarkus.binds.pool.timeout")
                .containsPattern("has held one for \\d+\\.\\d\\d s, the longest");
        assertThat(inUnitOfWork.status()).isEqualTo(503);
        posted.join().then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
        assertThat(List.of(byHand, inUnitOfWork)).allMatch(answer -> answer.millis() >= TIMEOUT.toMillis());
        print("1 + 1 connections in use: answered after %.0f and %.0f ms: %s", byHand.millis(), inUnitOfWork.millis(),
                byHand.body());

        assertThat(release("third", held)).allMatch(response -> response.statusCode() == 200);
        post("/notes?name=fourth").then().statusCode(200);
        assertThat(names("notes", "note")).containsEntry("fourth", 1L).doesNotContainKey("third");
    }

    /** A connection returned within the timeout goes to the waiting borrower. */
    @Test
    void returnedConnectionGoesToWaitingBorrower() {
        List<CompletableFuture<Response>> held = hold("waited", 2);
        CompletableFuture<Response> third = Later.of(() -> get("/by-hand"));
        assertThat(Await.until(LONG, () -> stat("notes", "waiting") == 1)).as("it waits").isTrue();

        release("waited", held);

        assertThat(third.join().asString()).matches("\\d+ 4");
    }
}
