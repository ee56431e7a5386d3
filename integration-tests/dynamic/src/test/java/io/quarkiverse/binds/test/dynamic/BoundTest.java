package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** G8: no more databases are open at a time, and no more connections, than were allowed. */
@QuarkusTest
@TestProfile(FewProfile.class)
class BoundTest extends OnMySql {

    /** After which nothing is left of an evicted database on its server. */
    private static final Duration GONE = Duration.ofSeconds(1);

    @AfterEach
    void closeAll() {
        keys("tenants").forEach(key -> close("tenants", key));
        keys("archive").forEach(key -> close("archive", key));
    }

    private List<String> create(String name, int databases) {
        List<String> keys = IntStream.range(0, databases).mapToObj(i -> name + i).toList();
        schemas.create(keys);
        return keys;
    }

    private static void use(String key) {
        as(key).get("/notes").then().statusCode(200);
    }

    private void gone(String what, String key) {
        long start = System.nanoTime();
        assertThat(Await.until(LONG, () -> schemas.connections(key).isEmpty())).as("connections of %s are gone", key).isTrue();
        double millis = (System.nanoTime() - start) / 1e6;
        print("the connections of %s were gone after %.0f ms", what, millis);
        assertThat(millis).isLessThan(GONE.toMillis());
    }

    @Test
    void theLeastRecentlyUsedIsClosed() {
        List<String> keys = create("lru", 5);
        long evicted = stats("tenants").getLong("evicted");
        keys.subList(0, 3).forEach(BoundTest::use);
        assertThat(keys("tenants")).containsExactly("lru0", "lru1", "lru2");
        use("lru0");
        Set<Long> ofFirst = schemas.connections("lru0");

        use("lru3");
        gone("an evicted database", "lru1");
        assertThat(keys("tenants")).containsExactly("lru0", "lru2", "lru3");
        use("lru4");
        gone("another", "lru2");

        assertThat(keys("tenants")).containsExactly("lru0", "lru3", "lru4");
        assertThat(stats("tenants").getMap("pools")).hasSize(FewProfile.MAX_OPEN);
        assertThat(stats("tenants").getLong("evicted") - evicted).isEqualTo(2);
        assertThat(schemas.connections("lru0")).as("what is used stays as it is").isEqualTo(ofFirst);

        as("lru1").post("/notes?text=again").then().statusCode(200);
        assertThat(schemas.notes("lru1")).containsExactly("again");
        assertThat(keys("tenants")).contains("lru1").hasSize(FewProfile.MAX_OPEN);
    }

    @Test
    void oneThatIsInUseStays() {
        List<String> keys = create("busy", 5);
        CompletableFuture<Response> held = hold("tenants", "busy0", "busy");
        Set<Long> connections = schemas.connections("busy0");

        keys.subList(1, 5).forEach(BoundTest::use);
        keys.subList(1, 5).forEach(BoundTest::use);

        assertThat(keys("tenants")).contains("busy0").hasSize(FewProfile.MAX_OPEN);
        assertThat(schemas.connections("busy0")).isEqualTo(connections);
        Response response = release(held, "busy");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        String[] words = response.asString().split(" ");
        assertThat(words[1] + " on " + words[0]).isEqualTo(words[3] + " on " + words[2]);
    }

    @Test
    void whoWaitsForRoomIsServedWhenThereIsSome() {
        List<String> keys = create("room", 4);
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < FewProfile.MAX_OPEN; i++) {
            held.add(hold("tenants", keys.get(i), keys.get(i)));
        }
        CompletableFuture<Response> waiting = later(() -> as("room3").get("/notes"));
        Await.until("it waits", LONG, () -> stats("tenants").getInt("waiting") == 1);

        assertThat(release(held.get(1), "room1").statusCode()).isEqualTo(200);

        assertThat(waiting.join().statusCode()).isEqualTo(200);
        assertThat(keys("tenants")).containsExactly("room0", "room2", "room3");
        release(held.get(0), "room0");
        release(held.get(2), "room2");
    }

    /** And the holders are told to who waits in vain. */
    @Test
    void whoWaitsInVainIsToldForWhom() {
        List<String> keys = create("full", 4);
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < FewProfile.MAX_OPEN; i++) {
            held.add(hold("tenants", keys.get(i), keys.get(i)));
        }

        stats("tenants");
        long start = System.nanoTime();
        Response answer = as("full3").get("/notes");
        double seconds = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        Response asked = get("/databases/tenants/of/full3");
        double secondsOfGet = (System.nanoTime() - start) / 1e9;

        print("all of max-open=3 in use, timeout 1 s: answered after %.2f s, and %.2f s outside of a unit: %s", seconds,
                secondsOfGet, told("full3"));
        answer.then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
        asked.then().statusCode(503);
        assertThat(seconds).isBetween(1.0, 5.0);
        assertThat(told("full3")).contains("full0", "full1", "full2", "max-open", "pool.timeout");
        for (int i = 0; i < FewProfile.MAX_OPEN; i++) {
            release(held.get(i), keys.get(i));
        }
        use("full3");
    }

    /** What the exception says, which an answer of 503 does not. */
    private static String told(String key) {
        return get("/told/tenants/{key}", key).asString();
    }

    /** Those that wait, wait for a connection of another database to be given back, or at rest to be closed. */
    @Test
    void allOfThemTogetherHaveNoMoreConnections() {
        for (String key : create("bare-conn", 6)) {
            open("archive", key, schemas.url(key)).then().statusCode(200);
        }
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < FewProfile.MAX_CONNECTIONS; i++) {
            held.add(hold("archive", "bare-conn" + i, "conn" + i));
        }
        assertThat(schemas.connections("bare-conn0", "bare-conn1", "bare-conn2", "bare-conn3", "bare-conn4", "bare-conn5"))
                .as("those at rest made room").hasSize(FewProfile.MAX_CONNECTIONS);
        assertThat(stats("archive").getInt("connections")).isEqualTo(FewProfile.MAX_CONNECTIONS);

        String told = get("/told/archive/bare-conn4").asString();
        print("all of max-connections=4 in use, timeout 1 s: %s", told);
        assertThat(told).startsWith("DatabaseUnavailableException").contains("max-connections", "bare-conn0", "bare-conn3");

        CompletableFuture<Response> waiting = later(() -> get("/databases/archive/of/bare-conn5/value?sql=select 5"));
        Await.until("it waits", LONG, () -> stats("archive").getInt("waiting") == 1);
        release(held.get(2), "conn2");
        waiting.join().then().statusCode(200).body(is("5"));
        for (int i : List.of(0, 1, 3)) {
            assertThat(release(held.get(i), "conn" + i).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneThatNobodyUsesIsClosed() {
        create("bare-idle", 2);
        long expired = stats("archive").getLong("expired");
        open("archive", "bare-idle0", schemas.url("bare-idle0")).then().statusCode(200);
        open("archive", "bare-idle1", schemas.url("bare-idle1")).then().statusCode(200);
        CompletableFuture<Response> held = hold("archive", "bare-idle1", "idle");

        Await.until("it is closed", LONG, () -> !keys("archive").contains("bare-idle0"));
        Await.until("its connections, too", LONG, () -> schemas.connections("bare-idle0").isEmpty());

        assertThat(keys("archive")).as("that is in use").containsExactly("bare-idle1");
        assertThat(stats("archive").getLong("expired") - expired).isEqualTo(1);
        // its URL is still known
        given().queryParam("sql", "select 7").get("/databases/archive/of/bare-idle0/value").then().statusCode(200)
                .body(is("7"));
        assertThat(release(held, "idle").statusCode()).isEqualTo(200);
        Await.until("all are closed in the end", LONG, () -> keys("archive").isEmpty());
    }

    /** Closed while it is in use: what is under way goes on, and its connection is closed then. */
    @Test
    void closingWaitsForWhatIsUnderWay() {
        create("bare-close", 1);
        open("archive", "bare-close0", schemas.url("bare-close0")).then().statusCode(200);
        CompletableFuture<Response> held = hold("archive", "bare-close0", "close");

        assertThat(close("archive", "bare-close0")).isTrue();
        assertThat(keys("archive")).isEmpty();
        get("/databases/archive/of/bare-close0").then().statusCode(404);

        assertThat(release(held, "close").statusCode()).isEqualTo(200);
        gone("a closed database, given back", "bare-close0");
    }

    @Test
    void anAnswerThatIsNotThereHoldsNothing() {
        create("none", 1);
        for (int i = 0; i < 10; i++) {
            post("/run/unknown" + i + "?text=x").then().statusCode(404);
            use("none0");
        }
        assertThat(keys("tenants")).containsExactly("none0");
    }
}
