package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** Without pre-ping each dead connection fails one request, and is then replaced. */
@QuarkusTest
@TestProfile(WithoutPrePingProfile.class)
class WithoutPrePingTest extends OnOwnServer {

    /** A2, S3. */
    @Test
    void killedConnectionFailsOneRequest() {
        long connection = Long.parseLong(post("/notes?name=any").asString());
        killAll(List.of(connection));

        assertFailsOnce("killed");
    }

    /** A8: an age limit does not detect a restarted server. */
    @Test
    void connectionOfRestartedServerFailsOneRequest() {
        post("/notes?name=any").then().statusCode(200);
        server.stop();
        server.startAgain();

        assertFailsOnce("restarted");
    }

    private void assertFailsOnce(String name) {
        Response lost = post("/notes?name=" + name);
        assertThat(lost.statusCode()).isEqualTo(500);
        assertThat(lost.asString()).contains("JDBCConnectionException");
        post("/notes?name=" + name + "-next").then().statusCode(200);
        assertThat(names("notes", "note")).containsEntry(name + "-next", 1L).doesNotContainKey(name);
    }
}
