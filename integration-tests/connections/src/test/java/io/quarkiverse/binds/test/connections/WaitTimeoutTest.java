package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A1, A10: the server closes what is idle for two seconds, and no request notices. */
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
    void afterAnIdlePauseNoRequestFails(int clients, String path) throws Exception {
        assertThat(failed(Load.run(clients, REQUESTS, n -> Call.read(path, "there")))).isEmpty();
        Set<Long> idle = look.ids();
        assertThat(idle).isNotEmpty();
        awaitGone(idle);

        // the first of them are the ones that meet the closed connections; every other one may not be repeated
        List<Answer> answers = Load.run(clients, REQUESTS, n -> n % 2 == 0
                ? Call.write(path, "after-" + clients + path.substring(1) + n)
                : Call.read(path, "there"));

        print("wait_timeout=2, %d idle connections closed, then %d requests to %s by %d clients: %d failed", idle.size(),
                REQUESTS, path, clients, failed(answers).size());
        assertThat(answers).hasSize(REQUESTS);
        assertThat(failed(answers)).isEmpty();
    }

    /** A21: nothing can be done about a connection that dies in the middle of a transaction but to say so. */
    @Test
    void aPauseWithinATransactionLosesTheConnection() {
        Response response = pausing("/pause/within/", "within");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.asString()).containsPattern("lost this connection after \\d+\\.\\d\\d s");
        post("/notes?name=next").then().statusCode(200);
    }

    /** A21: the remedy. */
    @Test
    void aPauseAfterACommitDoesNot() {
        Response response = pausing("/pause/after-commit/", "after");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        String[] connections = response.asString().split(" ");
        assertThat(connections).hasSize(2).doesNotHaveDuplicates();
    }

    private Response pausing(String path, String gate) {
        CompletableFuture<Response> response = supplyAsync(() -> post(path + gate));
        put("/gates/" + gate + "/reached").then().statusCode(204);
        Set<Long> held = look.ids();
        assertThat(held).isNotEmpty();
        awaitGone(held);
        put("/gates/" + gate + "/open").then().statusCode(204);
        return response.join();
    }
}
