package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** L11: a key that is closed during its opening, and opened with another URL, leads to the other database or fails. */
@QuarkusTest
class ClosedWhileOpeningTest extends OnMySql {

    private static final int WAITING = 3;

    private Response openArchive(String key, String database) {
        return open("archive", key, schemas.url(database));
    }

    /** The first opening waits for a server that does not answer. */
    @Test
    void otherUrlIsOpenedDuringConnect() throws Exception {
        schemas.create("connect-old", "connect-new");
        try (BlackHole silent = new BlackHole(schemas.server().host(), schemas.server().port())) {
            silent.swallow();
            CompletableFuture<Response> first = later(
                    () -> open("archive", "connect", schemas.url("connect-old", silent.port())));
            Await.until("it connects", LONG, () -> silent.held() == 1);

            assertThat(close("archive", "connect")).isTrue();
            openArchive("connect", "connect-new").then().statusCode(200);
            assertThat(value("archive", "connect", "select database()")).isEqualTo(schemas.name("connect-new"));

            assertThat(first.join().statusCode()).as(first.join().asString()).isGreaterThanOrEqualTo(500);
        }
        assertThat(value("archive", "connect", "select database()")).isEqualTo(schemas.name("connect-new"));
        assertThat(keys("archive")).contains("connect");
    }

    @Test
    void otherUrlIsOpenedDuringInitializer() {
        schemas.create("init-old", "init-new");
        put("/prepare/init?wait=true").then().statusCode(204);
        CompletableFuture<Response> first = later(() -> openArchive("init", "init-old"));
        put("/gates/init/reached").then().statusCode(204);
        put("/prepare/init?wait=false").then().statusCode(204);

        assertThat(close("archive", "init")).isTrue();
        openArchive("init", "init-new").then().statusCode(200);
        assertThat(value("archive", "init", "select database()")).isEqualTo(schemas.name("init-new"));
        assertThat(first).as("it is still held").isNotDone();
        put("/gates/init/open").then().statusCode(204);

        assertThat(first.join().statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(first.join().asString()).contains("was closed while it was being opened");
        assertThat(value("archive", "init", "select database()")).isEqualTo(schemas.name("init-new"));
        assertThat(schemas.tables("init-new")).contains("scroll");
        assertThat(Await.until(LONG, () -> schemas.connections("init-old").isEmpty())).as("connections left").isTrue();
    }

    /** Work of all waiting threads is done in the database that the key leads to now, and in no other. */
    @Test
    void noWorkIsDoneInTheFirstDatabase() {
        schemas.create("moved-old", "moved-new");
        place("moved-old");
        put("/prepare/moved?wait=true").then().statusCode(204);
        CompletableFuture<Response> first = later(
                () -> given().header("X-Archive", "moved").post("/scrolls?text=first"));
        put("/gates/moved/reached").then().statusCode(204);
        put("/prepare/moved?wait=false").then().statusCode(204);
        List<CompletableFuture<Response>> waiting = IntStream.range(0, WAITING).mapToObj(i -> later(
                () -> given().queryParam("sql", "select database()").get("/databases/archive/of/moved/value"))).toList();
        Await.until("they wait", LONG, () -> get("/machine/queued").asString().equals(Integer.toString(WAITING)));

        place("moved-new");
        assertThat(close("archive", "moved")).isTrue();
        assertThat(waiting).allSatisfy(one -> one.join().then().statusCode(200).body(is(schemas.name("moved-new"))));
        assertThat(first).as("it is still held").isNotDone();
        put("/gates/moved/open").then().statusCode(204);

        // its session was opened before the close, so the request fails and has to be repeated
        first.join().then().statusCode(503);
        given().header("X-Archive", "moved").post("/scrolls?text=again").then().statusCode(200);
        assertThat(schemas.query("moved-old", "select * from scroll")).isEmpty();
        assertThat(schemas.query("moved-new", "select text from scroll").toString()).isEqualTo("[{text=again}]");
    }

    private void place(String database) {
        given().body(schemas.url(database)).put("/places/moved").then().statusCode(204);
    }
}
