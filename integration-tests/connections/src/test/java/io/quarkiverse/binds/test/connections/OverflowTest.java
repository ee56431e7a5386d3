package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** A11, S5: what the third borrower of a pool of one and one is told. */
@QuarkusTest
@TestProfile(OverflowProfile.class)
class OverflowTest extends OnOwnServer {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void theThirdIsToldAfterTheTimeoutWhatToSet() throws Exception {
        List<CompletableFuture<Response>> held = hold("third", 2);
        assertThat(stat("notes", "active")).isEqualTo(2);

        Answer byHand = Load.once(new Call("GET", "/by-hand", ""));
        Answer unit = Load.once(Call.write("/notes", "third"));

        assertThat(byHand.body()).matches("(?s)\\w+ 08\\d\\d\\d: .*")
                .contains("size 1", "overflow 1", "1.00 s", "quarkus.binds.pool.size", "quarkus.binds.pool.max-overflow",
                        "quarkus.binds.pool.timeout")
                .containsPattern("longest is held for \\d+\\.\\d\\d s");
        assertThat(unit.status()).isEqualTo(503);
        post("/notes?name=third").then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
        assertThat(List.of(byHand, unit)).allMatch(answer -> answer.millis() >= TIMEOUT.toMillis());
        print("1 + 1 connections in use, timeout 1 s: answered after %.0f and %.0f ms: %s", byHand.millis(), unit.millis(),
                byHand.body());

        assertThat(release("third", held)).allMatch(response -> response.statusCode() == 200);
        post("/notes?name=fourth").then().statusCode(200);
        assertThat(names("notes", "note")).containsEntry("fourth", 1L).doesNotContainKey("third");
    }

    /** One that is given back within the timeout goes to the one who waits. */
    @Test
    void whoWaitsIsServedWhenOneComesBack() {
        List<CompletableFuture<Response>> held = hold("waited", 2);
        CompletableFuture<Response> third = CompletableFuture.supplyAsync(() -> get("/by-hand"));
        assertThat(Await.until(LONG, () -> stat("notes", "waiting") == 1)).as("it waits").isTrue();

        release("waited", held);

        assertThat(third.join().asString()).matches("\\d+ 4");
    }
}
