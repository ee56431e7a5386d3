package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * C2, C4, C5, A12: only committed rows are stored, in both databases, for every entry point and every end of a unit of
 * work.
 */
@QuarkusTest
class EntryPointsTest extends OnMySql {

    static Stream<Arguments> all() {
        return Stream.of("request", "run", "annotated", "scheduled", "message", "nested")
                .flatMap(place -> Stream.of(WorkScenario.values()).map(scenario -> Arguments.of(place, scenario)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyCommittedRowsAreStored(String place, WorkScenario scenario) {
        String name = place + "-" + scenario;
        Response response = post("/deeds/{place}/{deed}/{name}", place, scenario.name(), name);
        String answer = response.statusCode() + " " + response.asString();

        assertThat(answer.equals("200 returned")).describedAs("%s", answer)
                .isEqualTo(!scenario.name().startsWith("THROW") && scenario != WorkScenario.VIOLATE);
        assertThat(rows(name)).isEqualTo(scenario.keeps() ? 2 : 0);
        assertThat(rows(name + "-2") + rows(name + "-outer")).isZero();
    }

    /** F3: the startup observer's rows. */
    @Test
    void startupObserverCommitsItsRows() {
        for (WorkScenario scenario : WorkScenario.values()) {
            assertThat(rows("startup-" + scenario)).as(scenario.name()).isEqualTo(scenario.keeps() ? 2 : 0);
        }
    }
}
