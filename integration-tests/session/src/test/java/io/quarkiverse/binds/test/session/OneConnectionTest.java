package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** State that must not leak from one request to the next on the same connection. */
@QuarkusTest
@TestProfile(OneConnectionProfile.class)
class OneConnectionTest extends OnMySql {

    /** C9. */
    @Test
    void requestsUseTheSameConnection() {
        String[] first = get("/sessions/connection").asString().split(" ");
        assertThat(first).hasSize(3).containsOnly(first[0]);
        assertThat(get("/sessions/connection").asString()).isEqualTo(String.join(" ", first));
    }

    /**
     * E7, E8, S4: the level holds in every transaction of its unit of work and in no other on the same connection, also
     * after an exception.
     */
    @Test
    void isolationLevelIsThatOfTheUnitOfWork() {
        String usual = get("/options/usual").asString();
        String connection = usual.split(" ")[0];
        assertThat(usual).isEqualTo(connection + " REPEATABLE-READ");

        String serializable = connection + " SERIALIZABLE";
        assertThat(get("/options/serializable").asString()).isEqualTo(serializable + ", " + serializable);
        assertThat(get("/options/usual").asString()).isEqualTo(usual);

        assertThat(get("/options/serializable-exception").then().statusCode(500).extract().asString()).contains(serializable);
        assertThat(get("/options/usual").asString()).isEqualTo(usual);

        assertThat(get("/options/run").asString()).isEqualTo(connection + " READ-COMMITTED, " + usual);
        assertThat(get("/options/usual").asString()).isEqualTo(usual);
    }

    @Test
    void isolationLevelCannotChangeWithinUnitOfWork() {
        assertThat(get("/options/too-late").asString()).startsWith("IllegalStateException")
                .contains("GET /options/too-late", "cannot change to SERIALIZABLE", "db.run(...)");
    }

    /** C8, S5: a request that waits for a connection that it holds itself fails within the pool's timeout. */
    @Test
    void nestedBorrowingFailsAfterPoolTimeout() {
        assertThat(post("/deeds/nested/COMMIT/itself").asString()).startsWith("DatabaseUnavailableException")
                .contains("Default bind has no free connection: all connections (size 1, overflow 0)",
                        "the timeout of " + OneConnectionProfile.TIMEOUT_SECONDS + ".00 s");
        assertThat(rows("itself") + rows("itself-outer")).isZero();
    }

    /** quarkus.binds.session.retry-safe-methods=false */
    @Test
    void getIsNotRetriedIfRetriesAreDisabled() {
        killing(notes(), "GET", "/faults/read/off", "off").then().statusCode(500);
    }

    @Test
    void readOnlyUnitOfWorkWritesNothing() {
        post("/deeds/request/COMMIT/written").then().statusCode(200);
        assertThat(post("/options/read-only/overwritten").asString().split("; "))
                .allMatch(answer -> answer.contains("The unit of work of POST /options/read-only/overwritten is read-only"))
                .hasSize(2);
        assertThat(rows("written")).isEqualTo(2);
        assertThat(rows("overwritten")).isZero();
    }
}
