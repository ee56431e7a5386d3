package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Thrown;
import io.quarkus.test.junit.QuarkusTest;

/** L11: an exception of an initializer leaves nothing at the server or in the application, and counts as a failure. */
@QuarkusTest
class FailedInitializerTest extends OnMySql {

    @ParameterizedTest
    @EnumSource(Thrown.class)
    void exceptionLeavesNothingAndCountsAsFailure(Thrown thrown) {
        String key = thrown.name().toLowerCase().replace('_', '-');
        schemas.create(key);
        given().body(schemas.url(key)).put("/places/{key}", key).then().statusCode(204);
        given().queryParam("throws", thrown.name()).put("/prepare/{key}", key).then().statusCode(204);
        int pools = pools();
        long failed = stats("archive").getLong("failed");

        String exceptionMessage = exceptionMessage(key);
        Map<String, Integer> outcomes = post("/burst/archive/{key}/work", key).then().statusCode(200).extract().jsonPath()
                .getMap("$");

        assertThat(exceptionMessage)
                .startsWith("DatabaseUnavailableException: Database '" + key + "' of bind 'archive' is not opened: the"
                        + " DatabaseInitializer " + ArchiveInitializer.class.getName() + " failed: ");
        assertThat(outcomes.keySet()).as("told to 50 threads").allMatch(text -> text.contains(" is not opened: "));
        int runs = Integer.parseInt(get("/prepare/{key}", key).asString());
        assertThat(runs).as("tries by 51 threads").isLessThan(10);
        assertThat(stats("archive").getLong("failed") - failed).isEqualTo(runs);
        assertThat(keys("archive")).doesNotContain(key);
        assertThat(Await.until(LONG, () -> schemas.connections(key).isEmpty())).as("connections left").isTrue();
        assertThat(Await.until(LONG, () -> pools() <= pools)).as("no pool left").isTrue();

        put("/prepare/{key}", key).then().statusCode(204);
        Await.until("the next one tries again", LONG, () -> exceptionMessage(key).equals("done"));
        close("archive", key);
    }

    private static String exceptionMessage(String key) {
        return get("/told/archive/{key}", key).then().statusCode(200).extract().asString();
    }

    private static int pools() {
        return Integer.parseInt(get("/machine/pools").asString());
    }
}
