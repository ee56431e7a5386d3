package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(RecycleProfile.class)
class RecycleTest extends OnOwnServer {

    /** The age has a random part, so that connections of one age do not all go at once. */
    private static final double AT_LEAST_MILLIS = 700;

    private static long connection() {
        return Long.parseLong(post("/notes?name=any").then().statusCode(200).extract().asString());
    }

    /** A3. */
    @Test
    void anOldOneIsReplaced() {
        post("/pool/notes/dispose").then().statusCode(204);
        long start = System.nanoTime();
        long connection = connection();
        assertThat(connection()).isEqualTo(connection);

        assertThat(Await.until(LONG, () -> connection() != connection)).as("replaced").isTrue();

        double age = (System.nanoTime() - start) / 1e6;
        print("recycle=1s: replaced after %.0f ms", age);
        assertThat(age).isGreaterThan(AT_LEAST_MILLIS);
    }

    /** A4: nothing is sent while nobody uses it: the server counts the seconds since the last command. */
    @Test
    void anIdleOneIsLeftAlone() {
        long connection = connection();

        assertThat(Await.until(LONG, () -> idleSeconds(connection) >= 4)).as("no command for 4 s").isTrue();

        assertThat(connection()).isNotEqualTo(connection);
    }

    private long idleSeconds(long connection) {
        return look.processes().stream().filter(process -> process.id() == connection)
                .mapToLong(Look.Process::seconds).findFirst().orElse(-1);
    }
}
