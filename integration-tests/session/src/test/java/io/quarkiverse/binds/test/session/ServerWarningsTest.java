package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A6: server and binds are compared at the first use of a bind; each warning is logged once. */
@QuarkusTest
@TestProfile(MisfitProfile.class)
class ServerWarningsTest extends OnMySql {

    @Test
    void eachMisfitIsLoggedOnceWithBothNumbersAndTheKey() {
        get("/sql/database").then().statusCode(200);
        await(() -> warnings().size() >= 3);
        get("/sql/database").then().statusCode(200);

        assertThat(warnings()).satisfiesExactlyInAnyOrder(
                notes -> assertThat(notes).startsWith("Default bind ").contains("90000 s", "28800 s",
                        "quarkus.binds.pool.recycle=26880s"),
                ledger -> assertThat(ledger).startsWith("Bind 'ledger' ").contains("90000 s", "28800 s",
                        "quarkus.binds.ledger.pool.recycle=26880s"),
                both -> assertThat(both).contains("The pools of the default bind, bind 'ledger' may open 410 connections",
                        "accepts 300"));
    }

    private static List<String> warnings() {
        return get("/warnings").jsonPath().getList("$", String.class);
    }
}
