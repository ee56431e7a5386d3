package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * C4, C5, G10: requests of all kinds, many of which end badly; exactly what was committed is there, and nothing else is left of
 * them. {@code -Dbinds.stress.requests=100000} makes them as many as the requirement asks for.
 */
@QuarkusTest
class MixedRequestsTest extends OnMySql {

    private static final Logger LOG = Logger.getLogger(MixedRequestsTest.class);

    private static final int CLIENTS = 64;
    private static final int REQUESTS = Integer.getInteger("binds.stress.requests", 2_000);
    /** In order and with a reset, where the client goes. */
    private static final int EACH_ALONE = 4;
    /** The client has its answer, or has gone, before the request has quite ended. */
    private static final Duration END_OF_REQUESTS = Duration.ofSeconds(4);
    private static final long LOOK_AGAIN = Duration.ofMillis(5).toNanos();

    @BeforeEach
    void begin() {
        post("/mixed-state/begin").then().statusCode(204);
    }

    @AfterEach
    void end() {
        post("/mixed-state/end").then().statusCode(204);
    }

    @ParameterizedTest
    @EnumSource(MixedKind.class)
    void oneKindAlone(MixedKind kind) throws Exception {
        MixedRun run = new MixedRun("alone-" + kind.word(), List.of(kind), RestAssured.port, EACH_ALONE);
        run.run(2);
        check(run);
    }

    @Test
    void allAtOnce() throws Exception {
        MixedRun run = new MixedRun("mixed", List.of(MixedKind.values()), RestAssured.port, REQUESTS);
        long start = System.nanoTime();
        run.run(CLIENTS);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);

        MixedRows rows = check(run);
        assertThat(get("/mixed-state/threads").asString()).isEqualTo("[]");
        LOG.infof("%d requests in %d ms, %d notes, %d entries, sessions %s, answers: %s", REQUESTS, duration.toMillis(),
                rows.notes(), rows.entries(), get("/mixed-state/sessions").asString(), run.answers());
    }

    private static MixedRows check(MixedRun run) {
        String left = left();
        for (long deadline = System.nanoTime() + END_OF_REQUESTS.toNanos(); !left.isEmpty() && System.nanoTime() < deadline;) {
            LockSupport.parkNanos(LOOK_AGAIN);
            left = left();
        }
        MixedRows rows = new MixedRows(run, SERVER, notes(), ledger());
        assertThat(run.wrong()).isEmpty();
        assertThat(left).isEmpty();
        assertThat(rows.differences()).isEmpty();
        return rows;
    }

    /** What of the requests is still there, empty if nothing is. */
    private static String left() {
        String pools = get("/pools/active").asString();
        String sessions = get("/mixed-state/sessions").asString();
        return (pools.equals("{\"notes\":0,\"ledger\":0}") ? "" : "borrowed: " + pools)
                + (sessions.matches("\\{\"opened\":(\\d+),\"closed\":\\1}") ? "" : " sessions: " + sessions)
                + (openTransactions().isEmpty() ? "" : " transactions: " + openTransactions());
    }
}
