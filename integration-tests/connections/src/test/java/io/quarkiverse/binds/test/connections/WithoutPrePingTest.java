package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** What the test before use is good for: without it, a user meets each dead connection, and then it is replaced. */
@QuarkusTest
@TestProfile(WithoutPrePingProfile.class)
class WithoutPrePingTest extends OnOwnServer {

    /** A2, S3. */
    @Test
    void aKilledOneIsOneError() {
        long connection = Long.parseLong(post("/notes?name=any").asString());
        killAll(List.of(connection));

        onceAndNotAgain("killed");
    }

    /** A8: an age says nothing about a server that was started again. */
    @Test
    void soIsThatOfAServerThatWasStartedAgain() {
        post("/notes?name=any").then().statusCode(200);
        server.stop();
        server.startAgain();

        onceAndNotAgain("restarted");
    }

    private void onceAndNotAgain(String name) {
        Response lost = post("/notes?name=" + name);
        assertThat(lost.statusCode()).isEqualTo(500);
        assertThat(lost.asString()).contains("JDBCConnectionException");
        post("/notes?name=" + name + "-next").then().statusCode(200);
        assertThat(names("notes", "note")).containsEntry(name + "-next", 1L).doesNotContainKey(name);
    }
}
