package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A1, A10: the server closes connections idle for two seconds, and no request fails. */
@QuarkusTest
class WaitTimeoutTest extends OnOwnServer {

    private static final int REQUESTS = 50;

    @BeforeEach
    void impatientServer() {
        server.execute("SET GLOBAL wait_timeout = 2");
        dispose();
        post("/both?name=there").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "1,/notes", "16,/notes", "1,/both", "16,/both" })
    void noRequestFailsAfterIdlePause(int clients, String path) throws Exception {
        assertThat(failed(Load.run(clients, REQUESTS, n -> Call.read(path, "there")))).isEmpty();
        Set<Long> idle = inspector.ids();
        assertThat(idle).isNotEmpty();
        awaitGone(idle);

        // the first requests meet the closed connections; every other one is not retryable
        List<Answer> answers = Load.run(clients, REQUESTS, n -> n % 2 == 0
                ? Call.write(path, "after-" + clients + path.substring(1) + n)
                : Call.read(path, "there"));

        print("wait_timeout=2, %d idle connections closed, then %d requests to %s by %d clients: %d failed", idle.size(),
                REQUESTS, path, clients, failed(answers).size());
        assertThat(answers).hasSize(REQUESTS);
        assertThat(failed(answers)).isEmpty();
    }

    /** A21: a connection lost in the middle of a transaction cannot be replaced, so the error is reported. */
    @Test
    void pauseInTransactionFailsTheRequest() {
        Response response = pausing("/pause/within/", "within");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.asString()).containsPattern("lost this connection \\d+\\.\\d\\d s after it was borrowed");
        post("/notes?name=next").then().statusCode(200);
    }

    /** A21: a commit before the pause avoids the error. */
    @Test
    void pauseAfterCommitFailsNoRequest() {
        Response response = pausing("/pause/after-commit/", "after");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        String[] connections = response.asString().split(" ");
        assertThat(connections).hasSize(2).doesNotHaveDuplicates();
    }

    private Response pausing(String path, String gate) {
        CompletableFuture<Response> response = Later.of(() -> post(path + gate));
        put("/gates/" + gate + "/reached").then().statusCode(204);
        Set<Long> held = inspector.ids();
        assertThat(held).isNotEmpty();
        awaitGone(held);
        put("/gates/" + gate + "/open").then().statusCode(204);
        return response.join();
    }
}
