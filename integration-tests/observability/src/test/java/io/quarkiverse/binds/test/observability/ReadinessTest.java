package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** M10: readiness of each bind, while servers are silent, pools are full, and databases come and go. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class ReadinessTest {

    /** {@code quarkus.binds.health.timeout}, and the time that a busy machine may need for the rest. */
    /** Those of 20 databases, {@code quarkus.binds.metrics.max-databases} of this application, and of all others together. */
    private static final int MAX_SERIES = 21 * 12;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration MARGIN = Duration.ofMillis(900);
    /** That of the bind "remote". */
    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(2);
    private static final String REMOTE = "Database of bind 'remote'";
    private static final String TENANTS = "Databases of bind 'tenants'";

    private record Answer(int status, JsonPath body, Duration time) {

        String status(String check) {
            return body.getString("checks.find { it.name == \"" + check + "\" }.status");
        }

        Map<String, Object> data(String check) {
            Map<String, Object> data = body.getMap("checks.find { it.name == \"" + check + "\" }.data");
            return data == null ? Map.of() : data;
        }
    }

    private static Answer ready() {
        long start = System.nanoTime();
        Response response = get("/q/health/ready");
        return new Answer(response.statusCode(), response.jsonPath(), Duration.ofNanos(System.nanoTime() - start));
    }

    @AfterEach
    void serverAnswersAgain() {
        Databases.proxy.forward();
        Await.until("ready", () -> ready().status() == 200);
    }

    /** The excluded bind has no server; a bind that Quarkus checks as well would be asked twice. */
    @Test
    void everyBindHasOneCheckUnlessExcluded() {
        Answer answer = ready();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().<String> getList("checks.name").stream().filter(name -> name.contains("atabase")))
                .containsExactlyInAnyOrder("Database of the default bind", "Database of bind 'stock'", REMOTE, TENANTS);
    }

    @Test
    void silentServerIsDownWithinTheLimitAndLivenessIsUntouched() {
        get("/remote").then().statusCode(200);
        Databases.swallow();

        Answer first = ready();
        Answer second = ready();
        Response alive = get("/q/health/live");

        print("readiness with a silent server: first answer after %d ms, second after %d ms", first.time().toMillis(),
                second.time().toMillis());
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.time()).isLessThan(LIMIT.plus(MARGIN));
        assertThat(first.data(REMOTE)).containsEntry("cause", "no answer");
        assertThat(first.status("Database of bind 'stock'")).isEqualTo("UP");
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.time()).as("an overdue check is not waited for").isLessThan(MARGIN);
        assertThat(alive.statusCode()).isEqualTo(200);
        assertThat(alive.jsonPath().<String> getList("checks.name")).noneMatch(name -> name.contains("atabase"));

        Databases.proxy.forward();
        Await.until("up again", () -> ready().status(REMOTE).equals("UP"));
    }

    /** A full pool is no reason to take the application from its users; that its server is silent, is. */
    @Test
    void fullPoolIsUpUnlessItsServerIsSilent() {
        List<CompletableFuture<Response>> holders = List.of(hold("full-1"), hold("full-2"));
        Await.until("held", () -> get("/remote/pool").jsonPath().getInt("active") == 2);
        CompletableFuture<Response> waiting = Later.of(() -> get("/remote"));
        Await.until("waiting", () -> get("/remote/pool").jsonPath().getInt("waiting") == 1);

        Answer full = ready();
        assertThat(full.status()).isEqualTo(200);
        assertThat(full.data(REMOTE)).containsEntry("pool", "all 2 connections are in use, 1 threads wait for one");
        assertThat(full.time()).isLessThan(LIMIT);

        Databases.proxy.swallow();
        Await.until("down", () -> ready().status(REMOTE).equals("DOWN"));
        assertThat(ready().time()).isLessThan(LIMIT.plus(MARGIN));

        Databases.proxy.forward();
        put("/gates/full-1/open");
        put("/gates/full-2/open");
        assertThat(holders).allSatisfy(holder -> assertThat(holder.join().statusCode()).isEqualTo(204));
        waiting.join();
    }

    private static CompletableFuture<Response> hold(String gate) {
        return Later.of(() -> given().queryParam("gate", gate).post("/remote/hold"));
    }

    /** Without details the answer has numbers only, however many databases there are. */
    @Test
    void twoHundredDatabasesAreCountedWhileTheyComeAndGo() {
        int before = Integer.parseInt(get("/tenants").asString());
        double idleBefore = sum("binds_pool_idle");
        post("/tenants?prefix=many&from=0&to=200").then().statusCode(204);
        Answer open = ready();
        double idle = sum("binds_pool_idle");
        assertThat(meters("").size()).isEqualTo(MAX_SERIES);
        // the check of the server at the first opening of all may have a connection beside that of the opening
        double ofCheck = idle - 200 - idleBefore;
        assertThat(ofCheck).isIn(0.0, 1.0);

        CompletableFuture<Response> change = Later.of(() -> delete("/tenants?prefix=many&from=100&to=200"));
        Await.until("closed", () -> {
            Answer meanwhile = ready();
            assertThat(meanwhile.status()).isEqualTo(200);
            assertThat(meanwhile.time()).isLessThan(LIMIT);
            assertThat(meters("").size()).isLessThanOrEqualTo(MAX_SERIES);
            return change.isDone();
        });
        Answer half = ready();
        assertThat(sum("binds_pool_idle")).isEqualTo(100 + idleBefore + ofCheck);

        print("readiness with 200 databases on the fly: %d ms, %d characters", open.time().toMillis(),
                open.body().prettify().length());
        assertThat(open.data(TENANTS)).containsEntry("up", 200 + before).containsEntry("down", 0);
        assertThat(open.body().prettify()).hasSizeLessThan(3_000);
        assertThat(half.data(TENANTS)).containsEntry("up", 100 + before).containsEntry("down", 0);
        delete("/tenants?prefix=many&from=0&to=100").then().statusCode(204);
        assertThat(ready().data(TENANTS)).containsEntry("up", before);
        assertThat(sum("binds_pool_idle")).isEqualTo(idleBefore);
        assertThat(meters("many")).as("meters of closed databases").isEmpty();
    }

    /** The series of the databases on the fly whose key has a prefix. */
    private static List<String> meters(String prefix) {
        return get("/q/metrics").asString().lines().filter(line -> line.startsWith("binds_pool_")
                && line.contains("bind=\"tenants\"") && line.contains("database=\"" + prefix)).toList();
    }

    private static double sum(String meter) {
        return meters("").stream().filter(line -> line.startsWith(meter + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf("} ") + 2).split(" ")[0])).sum();
    }

    private static void print(String format, Object... values) {
        System.out.printf("FIGURES " + format + "%n", values);
    }
}
