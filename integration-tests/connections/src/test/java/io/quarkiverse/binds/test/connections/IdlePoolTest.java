package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Application whose pool has been idle for a while. */
@QuarkusTest
class IdlePoolTest extends OnOwnServer {

    private static final int SIZE = 5;

    /** A10: all idle connections are dead, and all first requests succeed. None of them is a GET, which would be retried. */
    @Test
    void killedIdlePoolServesFirstRequests() throws Exception {
        Set<Long> dead = warm("dead", SIZE);
        killAll(dead);

        List<Answer> answers = Load.run(SIZE, SIZE, n -> Call.write("/notes", "first" + n));

        print("%d idle connections killed, then %d requests at once: %d failed", dead.size(), SIZE, failed(answers).size());
        assertThat(answers).hasSize(SIZE).allMatch(Answer::ok);
        assertThat(answers).extracting(answer -> Long.valueOf(answer.body())).doesNotContainAnyElementsOf(dead);
    }

    /** A15, F4: dispose() closes idle connections, and the pool is usable at once. */
    @Test
    void disposeClosesIdleConnections() {
        Set<Long> idle = warm("idle", 3);

        post("/pool/notes/dispose").then().statusCode(204);

        awaitGone(idle);
        assertThat(Long.valueOf(post("/notes?name=new").asString())).isNotIn(idle);
    }

    /** F4: a borrowed connection stays usable, and is closed when it is returned. */
    @Test
    void disposeLeavesBorrowedConnectionUsable() {
        List<CompletableFuture<Response>> held = hold("borrowed", 1);
        Set<Long> before = inspector.ids();

        post("/pool/notes/dispose").then().statusCode(204);

        Response response = release("borrowed", held).get(0);
        assertThat(response.statusCode()).isEqualTo(200);
        String[] connections = response.asString().split(" ");
        assertThat(connections[0]).isEqualTo(connections[1]);
        assertThat(before).contains(Long.valueOf(connections[0]));
        awaitGone(Set.of(Long.valueOf(connections[0])));
    }

    /** G3: a bind's name always leads to the same pool, and a single client always gets the same connection. */
    @Test
    void bindNameLeadsToOnePool() {
        post("/pool/ledger/dispose").then().statusCode(204);
        Set<String> connections = new HashSet<>();

        for (int i = 0; i < 100; i++) {
            connections.add(get("/sql/ledger").then().statusCode(200).extract().asString());
            // a response is read before its request has returned its connection
            assertThat(Await.until(LONG, () -> stat("ledger", "active") == 0)).isTrue();
        }

        assertThat(connections).hasSize(1);
        assertThat(inspector.ids("ledger")).extracting(String::valueOf).containsExactlyElementsOf(connections);
    }

    /** G3. */
    @Test
    void unknownBindNameIsAnsweredWithKnownNames() {
        assertThat(get("/sql/leger/unknown").asString()).contains("leger", "ledger");
    }
}
