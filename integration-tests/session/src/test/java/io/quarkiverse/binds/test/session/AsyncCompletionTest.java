package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** A12: streams and stages end their unit of work at their own end; work on other threads meanwhile is outside of it. */
@QuarkusTest
class AsyncCompletionTest extends OnMySql {

    @ParameterizedTest
    @ValueSource(strings = { "stage", "uni", "suspended" })
    void workAfterTheMethodIsRefused(String kind) {
        String answer = post("/later/" + kind + "/later-" + kind).then().statusCode(200).extract().asString();

        assertThat(answer).startsWith("NoUnitOfWorkException").contains("POST /later/" + kind, "db.run(...)");
        assertThat(rows("later-" + kind)).isEqualTo(kind.equals("stage") ? 1 : 0);
        assertThat(rows("later-" + kind + "-2")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "stream", "multi" })
    void streamIsWrittenWithinItsUnitOfWork(String kind) {
        String lines = IntStream.range(0, 100).mapToObj(i -> i + "\n").collect(Collectors.joining());
        get("/later/" + kind + "/100").then().statusCode(200).body(equalTo(lines));
    }

    @ParameterizedTest
    @CsvSource({ "stage, returned, 1", "uni, returned, 1", "failed, the stage failed, 0" })
    void annotatedMethodCommitsWhenItsStageEnds(String end, String answer, int rows) {
        assertThat(post("/later/annotated/{end}/annotated-{name}", end, end).asString()).contains(answer);
        assertThat(rows("annotated-" + end)).isEqualTo(rows);
    }
}
