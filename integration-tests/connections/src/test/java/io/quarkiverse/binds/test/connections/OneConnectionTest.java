package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Replacement of the only connection of a pool. No request is a GET in a unit of work, which would be retried. */
@QuarkusTest
@TestProfile(OneConnectionProfile.class)
class OneConnectionTest extends OnOwnServer {

    private static long connection() {
        String answer = post("/notes?name=any").asString();
        assertThat(answer).matches("\\d+");
        return Long.parseLong(answer);
    }

    /** A2, S3. */
    @Test
    void killedConnectionIsReplaced() {
        long connection = connection();
        assertThat(connection()).isEqualTo(connection);

        killAll(List.of(connection));

        assertThat(connection()).isNotEqualTo(connection);
    }

    /** A9. */
    @Test
    void connectionOfRestartedServerIsReplaced() {
        connection();

        server.stop();
        server.startAgain();

        connection();
    }

    /** A15: borrowed by hand, without a unit of work. */
    @Test
    void killedConnectionOfDataSourceIsReplaced() {
        String before = get("/by-hand").asString();

        killAll(List.of(Long.valueOf(before.split(" ")[0])));

        assertThat(get("/by-hand").asString()).matches("\\d+ 4").isNotEqualTo(before);
    }

    /** E8: the isolation level is reset to the bind's after a borrower has changed it, also after an exception. */
    @ParameterizedTest
    @ValueSource(strings = { "", "/failing" })
    void isolationLevelDoesNotLeak(String how) {
        String usual = get("/by-hand").asString();
        assertThat(usual).endsWith(" " + Connection.TRANSACTION_REPEATABLE_READ);

        int status = post("/by-hand/isolation/" + Connection.TRANSACTION_SERIALIZABLE + how).statusCode();

        assertThat(status).isEqualTo(how.isEmpty() ? 200 : 500);
        assertThat(get("/by-hand").asString()).as("the same connection, with its usual level").isEqualTo(usual);
    }
}
