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
 * C2, C4, C5, A12: in whichever place a unit of work begins and however it ends, exactly what it committed is there, in both
 * databases.
 */
@QuarkusTest
class EntryPointsTest extends OnMySql {

    static Stream<Arguments> all() {
        return Stream.of("request", "run", "annotated", "scheduled", "message", "nested")
                .flatMap(place -> Stream.of(Deed.values()).map(deed -> Arguments.of(place, deed)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void exactlyWhatIsCommittedIsThere(String place, Deed deed) {
        String name = place + "-" + deed;
        Response response = post("/deeds/{place}/{deed}/{name}", place, deed.name(), name);
        String answer = response.statusCode() + " " + response.asString();

        assertThat(answer.equals("200 returned")).describedAs("%s", answer)
                .isEqualTo(!deed.name().startsWith("THROW") && deed != Deed.VIOLATE);
        assertThat(rows(name)).isEqualTo(deed.keeps() ? 2 : 0);
        assertThat(rows(name + "-2") + rows(name + "-outer")).isZero();
    }

    /** F3: what a startup observer did. */
    @Test
    void atTheStart() {
        for (Deed deed : Deed.values()) {
            assertThat(rows("startup-" + deed)).as(deed.name()).isEqualTo(deed.keeps() ? 2 : 0);
        }
    }
}
