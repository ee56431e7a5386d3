package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** G7: fifty threads use one database at the same moment. */
@QuarkusTest
class ConcurrentOpeningTest extends OnMySql {

    private static final int THREADS = 50;

    @Test
    void concurrentGetsOpenOnePool() {
        for (int round = 0; round < 5; round++) {
            String key = "threads" + round;
            schemas.create(key);
            long opened = stats("tenants").getLong("opened");

            Map<String, Integer> outcomes = post("/burst/tenants/{key}/get", key).then().statusCode(200).extract().jsonPath()
                    .getMap("$");

            assertThat(outcomes).hasSize(1).containsValue(THREADS);
            assertThat(outcomes.keySet().iterator().next()).contains(schemas.name(key));
            assertThat(stats("tenants").getLong("opened") - opened).isEqualTo(1);
            assertThat(schemas.connections(key)).as("connections").hasSizeBetween(1, 3);
        }
    }

    /** The first use opens the database, without an explicit call. */
    @Test
    void concurrentWorkOpensOnePool() {
        schemas.create("work");
        long opened = stats("tenants").getLong("opened");

        Map<String, Integer> outcomes = post("/burst/tenants/work/work").then().statusCode(200).extract().jsonPath()
                .getMap("$");

        assertThat(outcomes).isEqualTo(Map.of(schemas.name("work"), THREADS));
        assertThat(stats("tenants").getLong("opened") - opened).isEqualTo(1);
        // size 1 and overflow 2
        assertThat(schemas.connections("work")).hasSizeBetween(1, 3);
    }

    /** Same options are accepted, others refused; the error names the difference and shows no password. */
    @ParameterizedTest
    @CsvSource({ "size=4,size", "overflow=7,overflow", "recycle=5,recycle", "password=secret-value,password",
            "property=connectTimeout=1234,connectTimeout" })
    void openWithOtherOptionsIsRefused(String option, String word) {
        String key = "second-" + word;
        schemas.create(key);
        open("tenants", key, schemas.url(key)).then().statusCode(200);
        open("tenants", key, schemas.url(key)).then().statusCode(200);

        Response refused = open("tenants", key, schemas.url(key), option);

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).startsWith("IllegalStateException").contains("'" + key + "'")
                .containsIgnoringCase(word).doesNotContain("secret-value").doesNotContain(":binds@");
        open("tenants", key, schemas.url(key)).then().statusCode(200);
    }

    /** With two URLs for one key either wins, and all threads get the same one. */
    @Test
    void concurrentOpensWithTwoUrlsGetOneDatabase() {
        for (int round = 0; round < 5; round++) {
            String key = "either" + round;
            schemas.create(key + "-x", key + "-y");
            long opened = stats("tenants").getLong("opened");

            Map<String, Integer> outcomes = given().body(schemas.url(key + "-x") + "\n" + schemas.url(key + "-y"))
                    .post("/burst/tenants/{key}/open", key).then().statusCode(200).extract().jsonPath().getMap("$");

            List<String> winners = outcomes.keySet().stream().filter(outcome -> !outcome.contains("Exception")).toList();
            List<String> losers = outcomes.keySet().stream().filter(outcome -> outcome.contains("Exception")).toList();
            assertThat(winners).hasSize(1);
            assertThat(losers).hasSize(1).allMatch(text -> text.startsWith("IllegalStateException"));
            assertThat(losers.get(0)).contains("'" + key + "'").doesNotContain(":binds@");
            assertThat(outcomes.values()).containsOnly(THREADS / 2);
            assertThat(stats("tenants").getLong("opened") - opened).isEqualTo(1);
            String winner = winners.get(0).contains(schemas.name(key + "-x")) ? "-x" : "-y";
            assertThat(schemas.connections(key + (winner.equals("-x") ? "-y" : "-x"))).as("of the other").isEmpty();
            assertThat(value("tenants", key, "select database()")).isEqualTo(schemas.name(key + winner));
        }
    }
}
