package io.quarkiverse.binds.test.dynamic;

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
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the tests share: the server seen from outside, and that after each of them nothing is borrowed (A12). */
@QuarkusTestResource(SchemasResource.class)
abstract class OnMySql {

    static final Duration LONG = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger("figures");

    /** Given by the test resource. */
    Schemas schemas;

    /** The figures that a run is for. */
    final void print(String format, Object... values) {
        LOG.infof("FIGURES %s, %s: %s", getClass().getSimpleName(), schemas.server().description().split(" at ")[0],
                String.format(format, values));
    }

    /** A request for a tenant. */
    static RequestSpecification as(String key) {
        return given().header("X-Db", key);
    }

    static Response open(String bind, String key, String url, String... options) {
        RequestSpecification request = given().body(url);
        for (String option : options) {
            request.queryParam(option.split("=", 2)[0], option.split("=", 2)[1]);
        }
        return request.put("/databases/{bind}/of/{key}", bind, key);
    }

    static boolean close(String bind, String key) {
        return Boolean
                .parseBoolean(delete("/databases/{bind}/of/{key}", bind, key).then().statusCode(200).extract().asString());
    }

    static String value(String bind, String key, String sql) {
        return given().queryParam("sql", sql).get("/databases/{bind}/of/{key}/value", bind, key).then().statusCode(200)
                .extract()
                .asString();
    }

    static List<String> keys(String bind) {
        return get("/databases/{bind}", bind).then().statusCode(200).extract().jsonPath().getList("$");
    }

    static JsonPath stats(String bind) {
        return get("/databases/{bind}/stats", bind).then().statusCode(200).extract().jsonPath();
    }

    static int active(String bind) {
        Map<String, Map<String, Integer>> pools = stats(bind).getMap("pools");
        return pools.values().stream().mapToInt(pool -> pool.get("active") + pool.get("waiting")).sum();
    }

    /** A request beside others. */
    static CompletableFuture<Response> later(Supplier<Response> request) {
        return Later.of(request);
    }

    /** A unit of work that has a connection, until {@link #release}. */
    static CompletableFuture<Response> hold(String bind, String key, String gate) {
        CompletableFuture<Response> held = later(() -> post("/pause/{bind}/{key}/{gate}", bind, key, gate));
        put("/gates/{gate}/reached", gate).then().statusCode(204);
        return held;
    }

    static Response release(CompletableFuture<Response> held, String gate) {
        put("/gates/{gate}/open", gate).then().statusCode(204);
        return held.join();
    }

    @AfterEach
    final void nothingIsBorrowed() {
        // a response is read before its request has quite ended
        Stream.of("tenants", "archive", "validated", "updated").forEach(
                bind -> assertThat(Await.until(LONG, () -> active(bind) == 0)).as("all of %s returned", bind).isTrue());
    }
}
