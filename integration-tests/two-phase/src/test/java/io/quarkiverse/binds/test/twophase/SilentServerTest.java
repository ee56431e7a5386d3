package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** L11: the server of a bind with {@code two-phase=true} accepts connections and does not answer. */
@QuarkusTest
@TestProfile(SilentServerTest.OwnApplication.class)
@QuarkusTestResource(value = SilentLedgerResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = TransactionLogResource.class, restrictToAnnotatedClass = true)
class SilentServerTest {

    /**
     * Profile that starts the packaged application for this class alone: otherwise the next class would use it with these
     * settings.
     */
    public static final class OwnApplication implements QuarkusTestProfile {
    }

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Injected by the test resource. */
    BlackHole blackHole;

    @AfterEach
    void assertRecovery() {
        blackHole.forward();
        assertThat(Await.until(LONG, () -> get("/deeds/any").statusCode() == 200)).as("it goes on").isTrue();
        assertThat(Await.until(LONG, () -> get("/pools/active").asString().equals("0"))).as("all returned").isTrue();
    }

    @Test
    void requestIsAnsweredWith503() {
        silence();

        get("/deeds/any").then().statusCode(503).header("Retry-After", notNullValue()).body(is("A database is not available"));
    }

    @Test
    void exceptionNamesBindAndKeyToSet() {
        silence();

        for (String scenario : List.of("ONE", "COMMIT", "READ")) {
            assertThat(post("/deeds/{deed}/silent", scenario).asString())
                    .contains("Bind 'ledger' cannot open a connection: its server did not answer within ",
                            "quarkus.binds.ledger.pool.timeout")
                    .doesNotContainIgnoringCase("acquisition");
        }
    }

    /** Closes idle connections before the server falls silent. */
    private void silence() {
        post("/pools/dispose").then().statusCode(204);
        blackHole.swallow();
    }
}
