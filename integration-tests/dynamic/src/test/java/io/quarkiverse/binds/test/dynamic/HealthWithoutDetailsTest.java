package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** M10: the health response contains neither keys nor users. */
@QuarkusTest
@TestProfile(TightLimitsProfile.class)
class HealthWithoutDetailsTest extends OnMySql {

    @Test
    void healthShowsNumbersOnly() throws Exception {
        schemas.create("bare-secret");
        try (BlackHole way = new BlackHole(schemas.server().host(), schemas.server().port())) {
            open("archive", "bare-secret", schemas.url("bare-secret", way.port())).then().statusCode(200);
            assertThat(get("/q/health/ready").asString()).doesNotContain("secret", "binds@", "'binds'");
        }
        get("/databases/archive/of/bare-secret/value?sql=select 1").then().statusCode(503);

        String answer = get("/q/health/ready").asString();
        assertThat(answer).contains("\"down: unreachable\": 1").doesNotContain("secret", "'binds'", "jdbc:");
        close("archive", "bare-secret");
    }
}
