package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;

/** L9: an interrupt closes the connection that its thread uses, and no other. */
@QuarkusTest
class InterruptTest extends OnOwnServer {

    private static final int CONNECTIONS = 4;

    /** Number of the next gate; each gate is passed once. */
    private static final AtomicInteger GATES = new AtomicInteger();

    private Set<Long> before;

    @BeforeEach
    void openConnections() {
        dispose();
        assertThat(Await.until(LONG, () -> inspector.ids("notes").isEmpty())).as("none is left of other tests").isTrue();
        before = open(CONNECTIONS);
        assertThat(before).hasSize(CONNECTIONS);
    }

    private Set<Long> open(int connections) {
        return warm("interrupt-" + GATES.incrementAndGet() + "-", connections);
    }

    @ParameterizedTest
    @ValueSource(strings = { "statement", "unit" })
    void interruptDuringAStatementClosesItsConnectionOnly(String how) {
        int lost = stat("notes", "lost");

        String failure = post("/interrupts/" + how).then().statusCode(200).extract().asString();

        assertThat(failure).contains("Default bind lost this connection because thread 'interrupted-thread' was interrupted")
                .doesNotContain("wait_timeout");
        // the server ends the statement of a disconnected client with a delay
        assertThat(Await.until(LONG, () -> inspector.ids("notes").size() < CONNECTIONS)).as("one is closed").isTrue();
        assertThat(stat("notes", "lost")).isEqualTo(lost + 1);
        assertThat(stat("notes", "idle")).isEqualTo(CONNECTIONS - 1);
        Set<Long> others = inspector.open("notes");
        assertThat(others).hasSize(CONNECTIONS - 1).isSubsetOf(before);
        assertThat(open(CONNECTIONS - 1)).as("the others go on").isEqualTo(others);
    }

    @Test
    void interruptedThreadGetsNoConnectionAndClosesNone() {
        String failure = post("/interrupts/before").then().statusCode(200).extract().asString();

        assertThat(failure)
                .contains("Interrupted while waiting for a connection of the default bind: thread 'interrupted-thread'");
        assertThat(open(CONNECTIONS)).isEqualTo(before);
        assertThat(stat("notes", "idle")).isEqualTo(CONNECTIONS);
    }
}
