package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PoolsTest extends OnMySql {

    /** The default socket timeout bounds a statement at a silent server. */
    @Test
    void socketTimeoutIsSetByDefault() {
        get("/hand/socket-timeout").then().body(equalTo("300000"));
    }

    /** A15, F4. */
    @Test
    void disposeReplacesAllConnections() {
        get("/sql/database").then().statusCode(200);
        nothingIsBorrowed();
        List<Long> before = connections();
        assertThat(before).isNotEmpty();

        post("/pools/renew").then().statusCode(200).body("active", is(0), "size", is(5));

        await(() -> connections().stream().noneMatch(before::contains));
        assertThat(connections()).isNotEmpty().doesNotContainAnyElementsOf(before);
    }

    private static List<Long> connections() {
        return List.copyOf(SERVER.openConnections(ledger()));
    }
}
