package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(RecycleProfile.class)
class RecycleTest extends OnOwnServer {

    /** The age limit has a random part, so that connections of one age are not all replaced at once. */
    private static final double AT_LEAST_MILLIS = 1_400;

    private static long connection() {
        return Long.parseLong(post("/notes?name=any").then().statusCode(200).extract().asString());
    }

    /** A3. */
    @Test
    void oldConnectionIsReplaced() {
        post("/pool/notes/dispose").then().statusCode(204);
        long start = System.nanoTime();
        long connection = connection();
        assertThat(connection()).isEqualTo(connection);

        assertThat(Await.until(LONG, () -> connection() != connection)).as("replaced").isTrue();

        double age = (System.nanoTime() - start) / 1e6;
        print("recycle=2s: replaced after %.0f ms", age);
        assertThat(age).isGreaterThan(AT_LEAST_MILLIS);
    }

    /** A4: no command is sent to an idle connection: the server counts the seconds since the last command. */
    @Test
    void idleConnectionReceivesNoCommands() {
        long connection = connection();

        assertThat(Await.until(LONG, () -> idleSeconds(connection) >= 4)).as("no command for 4 s").isTrue();

        assertThat(connection()).isNotEqualTo(connection);
    }

    private long idleSeconds(long connection) {
        return inspector.processes().stream().filter(process -> process.id() == connection)
                .mapToLong(ConnectionInspector.Process::seconds).findFirst().orElse(-1);
    }
}
