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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

/** G8: the numbers of open databases and of connections stay within their limits. */
@QuarkusTest
@TestProfile(TightLimitsProfile.class)
class DatabaseLimitsTest extends OnMySql {

    /** Limit after which no connection of an evicted database is left at the server. */
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

    private void assertConnectionsClosed(String what, String key) {
        long start = System.nanoTime();
        AtomicLong seen = new AtomicLong(start); // when the last look began that still saw one: a look takes its time, too
        assertThat(Await.until(LONG, () -> {
            long look = System.nanoTime();
            if (schemas.connections(key).isEmpty()) {
                return true;
            }
            seen.set(look);
            return false;
        })).as("connections of %s are gone", key).isTrue();
        print("the connections of %s were gone after %.0f to %.0f ms", what, (seen.get() - start) / 1e6,
                (System.nanoTime() - start) / 1e6);
        assertThat((seen.get() - start) / 1e6).isLessThan(GONE.toMillis());
    }

    @Test
    void leastRecentlyUsedDatabaseIsClosed() {
        List<String> keys = create("lru", 5);
        long evicted = stats("tenants").getLong("evicted");
        keys.subList(0, 3).forEach(DatabaseLimitsTest::use);
        assertThat(keys("tenants")).containsExactly("lru0", "lru1", "lru2");
        use("lru0");
        Set<Long> ofFirst = schemas.connections("lru0");

        use("lru3");
        assertConnectionsClosed("an evicted database", "lru1");
        assertThat(keys("tenants")).containsExactly("lru0", "lru2", "lru3");
        use("lru4");
        assertConnectionsClosed("another", "lru2");

        assertThat(keys("tenants")).containsExactly("lru0", "lru3", "lru4");
        assertThat(stats("tenants").getMap("pools")).hasSize(TightLimitsProfile.MAX_OPEN);
        assertThat(stats("tenants").getLong("evicted") - evicted).isEqualTo(2);
        assertThat(schemas.connections("lru0")).as("what is used stays as it is").isEqualTo(ofFirst);

        as("lru1").post("/notes?text=again").then().statusCode(200);
        assertThat(schemas.notes("lru1")).containsExactly("again");
        assertThat(keys("tenants")).contains("lru1").hasSize(TightLimitsProfile.MAX_OPEN);
    }

    @Test
    void databaseInUseStaysOpen() {
        List<String> keys = create("busy", 5);
        CompletableFuture<Response> held = hold("tenants", "busy0", "busy");
        Set<Long> connections = schemas.connections("busy0");

        keys.subList(1, 5).forEach(DatabaseLimitsTest::use);
        keys.subList(1, 5).forEach(DatabaseLimitsTest::use);

        assertThat(keys("tenants")).contains("busy0").hasSize(TightLimitsProfile.MAX_OPEN);
        assertThat(schemas.connections("busy0")).isEqualTo(connections);
        Response response = release(held, "busy");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        String[] words = response.asString().split(" ");
        assertThat(words[1] + " on " + words[0]).isEqualTo(words[3] + " on " + words[2]);
    }

    @Test
    void waitingRequestIsServedWhenADatabaseIsReleased() {
        List<String> keys = create("room", 4);
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < TightLimitsProfile.MAX_OPEN; i++) {
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

    /** The error names the databases in use. */
    @Test
    void waitingRequestFailsAfterTimeoutNamingDatabasesInUse() {
        List<String> keys = create("full", 6);
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < TightLimitsProfile.MAX_OPEN; i++) {
            held.add(hold("tenants", keys.get(i), keys.get(i)));
        }

        stats("tenants");
        CompletableFuture<Response> ofUnit = later(() -> as("full4").get("/notes"));
        CompletableFuture<Response> ofGet = later(() -> get("/databases/tenants/of/full5"));
        String message = exceptionMessage("full3");
        Response answer = ofUnit.join();
        Response asked = ofGet.join();

        print("all of max-open=3 in use, timeout %d s: answered after %d ms, and %d ms outside of a unit of work: %s",
                TightLimitsProfile.TIMEOUT_SECONDS, answer.time(), asked.time(), message);
        answer.then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
        asked.then().statusCode(503);
        assertThat(answer.time() / 1000.0).isBetween(0.0 + TightLimitsProfile.TIMEOUT_SECONDS,
                4.0 + TightLimitsProfile.TIMEOUT_SECONDS);
        assertThat(message).contains("full0", "full1", "full2", "max-open", "pool.timeout");
        for (int i = 0; i < TightLimitsProfile.MAX_OPEN; i++) {
            release(held.get(i), keys.get(i));
        }
        use("full3");
    }

    /** Returns the message of the exception, which a response with status 503 omits. */
    private static String exceptionMessage(String key) {
        return get("/told/tenants/{key}", key).asString();
    }

    /** A borrower waits until a connection of another database is returned, or closes an idle one. */
    @Test
    void connectionsOfAllDatabasesStayWithinMaxConnections() {
        for (String key : create("bare-conn", 6)) {
            open("archive", key, schemas.url(key)).then().statusCode(200);
        }
        List<CompletableFuture<Response>> held = new ArrayList<>();
        for (int i = 0; i < TightLimitsProfile.MAX_CONNECTIONS; i++) {
            held.add(hold("archive", "bare-conn" + i, "conn" + i));
        }
        assertThat(schemas.connections("bare-conn0", "bare-conn1", "bare-conn2", "bare-conn3", "bare-conn4", "bare-conn5"))
                .as("those at rest made room").hasSize(TightLimitsProfile.MAX_CONNECTIONS);
        assertThat(stats("archive").getInt("connections")).isEqualTo(TightLimitsProfile.MAX_CONNECTIONS);

        String message = get("/told/archive/bare-conn4").asString();
        print("all of max-connections=4 in use: %s", message);
        assertThat(message).startsWith("DatabaseUnavailableException").contains("max-connections", "bare-conn0", "bare-conn3");

        CompletableFuture<Response> waiting = later(() -> get("/databases/archive/of/bare-conn5/value?sql=select 5"));
        Await.until("it waits", LONG, () -> stats("archive").getInt("waiting") == 1);
        release(held.get(2), "conn2");
        waiting.join().then().statusCode(200).body(is("5"));
        for (int i : List.of(0, 1, 3)) {
            assertThat(release(held.get(i), "conn" + i).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void unusedDatabaseIsClosed() {
        create("bare-idle", 2);
        open("archive", "bare-idle1", schemas.url("bare-idle1")).then().statusCode(200);
        CompletableFuture<Response> held = hold("archive", "bare-idle1", "idle");
        long expired = stats("archive").getLong("expired");
        open("archive", "bare-idle0", schemas.url("bare-idle0")).then().statusCode(200);

        Await.until("it is closed", LONG, () -> !keys("archive").contains("bare-idle0"));
        Await.until("its connections, too", LONG, () -> schemas.connections("bare-idle0").isEmpty());

        assertThat(keys("archive")).as("that is in use").containsExactly("bare-idle1");
        assertThat(stats("archive").getLong("expired") - expired).isEqualTo(1);
        // its URL is still registered
        given().queryParam("sql", "select 7").get("/databases/archive/of/bare-idle0/value").then().statusCode(200)
                .body(is("7"));
        assertThat(release(held, "idle").statusCode()).isEqualTo(200);
        Await.until("all are closed in the end", LONG, () -> keys("archive").isEmpty());
    }

    /** A database closed while in use: the work in progress continues, and its connection is closed at its end. */
    @Test
    void closedDatabaseServesWorkInProgress() {
        create("bare-close", 1);
        open("archive", "bare-close0", schemas.url("bare-close0")).then().statusCode(200);
        CompletableFuture<Response> held = hold("archive", "bare-close0", "close");

        assertThat(close("archive", "bare-close0")).isTrue();
        assertThat(keys("archive")).isEmpty();
        get("/databases/archive/of/bare-close0").then().statusCode(404);

        assertThat(release(held, "close").statusCode()).isEqualTo(200);
        assertConnectionsClosed("a closed database, given back", "bare-close0");
    }

    @Test
    void unknownDatabaseTakesNoPermit() {
        create("none", 1);
        for (int i = 0; i < 10; i++) {
            post("/run/unknown" + i + "?text=x").then().statusCode(404);
            use("none0");
        }
        assertThat(keys("tenants")).containsExactly("none0");
    }
}
