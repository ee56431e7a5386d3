package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.quarkus.test.junit.QuarkusTest;

/** G11: a unit of work over two binds with {@code two-phase=true} is stored in both or in neither. */
@QuarkusTest
class TwoPhaseTest extends OnMySql {

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = ".*(HELD|ONE|WITH_PLAIN)")
    void rowsAreStoredInBothBindsOrNeither(WorkScenario scenario) {
        String answer = post("/deeds/{deed}/{name}", scenario.name(), scenario.name()).asString();

        assertThat(answer.equals("returned")).as(answer)
                .isEqualTo(scenario != WorkScenario.THROW && scenario != WorkScenario.VIOLATE);
        assertThat(databases().rows(scenario.name())).isEqualTo(scenario.keeps() ? "1,1,0" : "0,0,0");
    }

    @Test
    void uncaughtExceptionStoresNothing() {
        post("/deeds/uncaught/uncaught").then().statusCode(500);

        assertThat(databases().rows("uncaught")).isEqualTo("0,0,0");
    }

    @Test
    void unitOfWorkReadsBothBinds() {
        post("/deeds/COMMIT/found");

        assertThat(get("/deeds/found").asString()).isEqualTo("{\"payments\":1,\"bookings\":1}");
        assertThat(get("/deeds/nothing").asString()).isEqualTo("{\"payments\":0,\"bookings\":0}");
    }

    /** A unit of work with changes in one bind commits in one phase. */
    @Test
    void singleBindIsCommitted() {
        assertThat(post("/deeds/ONE/alone").asString()).isEqualTo("returned");

        assertThat(databases().rows("alone")).isEqualTo("0,1,0");
    }

    /** A bind without two-phase commit may join: it is the last resource, committed after all others are prepared. */
    @Test
    void ordinaryBindJoinsTheCommit() {
        assertThat(post("/deeds/WITH_PLAIN/plain").asString()).isEqualTo("returned");

        assertThat(databases().rows("plain")).isEqualTo("1,1,1");
    }

    /** An XA datasource receives driver properties in its URL only. */
    @Test
    void driverDefaultsReachXaDriver() {
        assertThat(get("/pools/socket-timeout").asString()).isEqualTo("300000");
    }

    /** L10: the next unit of work gets the connection and begins a branch on it. */
    @Test
    void transactionLeftOpenByHandIsRolledBack() {
        post("/pools/left-open/left-open").then().statusCode(204);

        assertThat(post("/deeds/COMMIT/after-left-open").asString()).isEqualTo("returned");

        assertThat(databases().rows("after-left-open")).isEqualTo("1,1,0");
        assertThat(databases().rows("left-open")).isEqualTo("0,0,0");
    }
}
