package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.quarkus.test.junit.QuarkusTest;

/** G11: a unit of work over two binds with {@code two-phase=true} keeps what it did in both, or in neither. */
@QuarkusTest
class TwoPhaseTest extends OnMySql {

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = ".*(HELD|ONE|WITH_PLAIN)")
    void bothOrNeither(Deed deed) {
        String answer = post("/deeds/{deed}/{name}", deed.name(), deed.name()).asString();

        assertThat(answer.equals("returned")).as(answer).isEqualTo(deed != Deed.THROW && deed != Deed.VIOLATE);
        assertThat(databases().rows(deed.name())).isEqualTo(deed.keeps() ? "1,1,0" : "0,0,0");
    }

    @Test
    void anExceptionThatNobodyCatchesKeepsNeither() {
        post("/deeds/uncaught/uncaught").then().statusCode(500);

        assertThat(databases().rows("uncaught")).isEqualTo("0,0,0");
    }

    @Test
    void oneUnitReadsBoth() {
        post("/deeds/COMMIT/found");

        assertThat(get("/deeds/found").asString()).isEqualTo("{\"payments\":1,\"bookings\":1}");
        assertThat(get("/deeds/nothing").asString()).isEqualTo("{\"payments\":0,\"bookings\":0}");
    }

    /** A unit that has work in one of them commits in one phase. */
    @Test
    void oneAloneIsKept() {
        assertThat(post("/deeds/ONE/alone").asString()).isEqualTo("returned");

        assertThat(databases().rows("alone")).isEqualTo("0,1,0");
    }

    /** A bind without two-phase may join: it is the last resource, committed when all others are prepared. */
    @Test
    void anOrdinaryBindMayJoin() {
        assertThat(post("/deeds/WITH_PLAIN/plain").asString()).isEqualTo("returned");

        assertThat(databases().rows("plain")).isEqualTo("1,1,1");
    }

    /** An XA datasource takes them in its URL alone. */
    @Test
    void theDriverIsToldItsDefaults() {
        assertThat(get("/pools/socket-timeout").asString()).isEqualTo("300000");
    }
}
