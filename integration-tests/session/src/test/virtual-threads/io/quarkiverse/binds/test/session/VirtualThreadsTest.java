package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;

/** C5: a request on a virtual thread is a unit of work. */
@QuarkusTest
class VirtualThreadsTest extends OnMySql {

    @ParameterizedTest
    @EnumSource(WorkScenario.class)
    void onlyCommittedRowsAreStored(WorkScenario scenario) {
        String name = "virtual-" + scenario;
        String answer = post("/virtual/{deed}/{name}", scenario.name(), name).asString();

        boolean returns = !scenario.name().startsWith("THROW") && scenario != WorkScenario.VIOLATE;
        assertThat(answer.equals("returned by a virtual thread")).as(answer).isEqualTo(returns);
        assertThat(rows(name)).isEqualTo(scenario.keeps() ? 2 : 0);
        assertThat(rows(name + "-2")).isZero();
    }
}
