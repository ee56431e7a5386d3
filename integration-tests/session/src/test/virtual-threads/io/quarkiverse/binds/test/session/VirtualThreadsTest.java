package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;

/** C5: a request on a virtual thread is a unit of work like any other. */
@QuarkusTest
class VirtualThreadsTest extends OnMySql {

    @ParameterizedTest
    @EnumSource(Deed.class)
    void exactlyWhatIsCommittedIsThere(Deed deed) {
        String name = "virtual-" + deed;
        String answer = post("/virtual/{deed}/{name}", deed.name(), name).asString();

        boolean returns = !deed.name().startsWith("THROW") && deed != Deed.VIOLATE;
        assertThat(answer.equals("returned by a virtual thread")).as(answer).isEqualTo(returns);
        assertThat(rows(name)).isEqualTo(deed.keeps() ? 2 : 0);
        assertThat(rows(name + "-2")).isZero();
    }
}
