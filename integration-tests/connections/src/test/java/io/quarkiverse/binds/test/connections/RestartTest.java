package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.junit.QuarkusTest;

/** A9: stops the server in order and restarts it under load. */
@QuarkusTest
class RestartTest extends OnOwnServer {

    private static final int ROUNDS = Integer.getInteger("binds.restarts", 3);
    private static final int BETWEEN = 200;
    private static final int POOLS = 2;
    /** Limit for an error while the server is down; plain Quarkus takes 2 s. */
    private static final double AT_ONCE_MILLIS = 500;

    @Test
    void requestsRecoverAfterRestartUnderLoad() throws Exception {
        post("/both?name=there").then().statusCode(200);
        List<Double> firsts = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, RequestMix.ofAll("restart-"))) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on").isTrue();
                server.stop();
                long stopped = System.nanoTime();
                assertThat(Await.until(LONG, () -> failed(load.soFar(), answer -> answer.start() > stopped).size() > BETWEEN))
                        .as("every client has met the stopped server").isTrue();
                get("/notes/there").then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
                CompletableFuture<Long> accepting = Later.of(this::firstConnection);
                server.startAgain();
                long accepted = accepting.join();
                assertThat(load.awaitMore(BETWEEN, LONG)).as("the load recovers").isTrue();

                List<Answer> round = load.soFar();
                // a login that began while the server was down may fail, for all that wait for it, when the server is up again
                assertThat(failed(round, answer -> answer.start() > accepted)).as("after it accepts connections")
                        .hasSizeLessThanOrEqualTo(POOLS * Load.CLIENTS);
                long recovered = round.stream().filter(answer -> answer.ok() && answer.end() > accepted)
                        .filter(answer -> answer.call().path().startsWith("/both")).mapToLong(Answer::end).min().orElseThrow();
                assertThat(failed(round, answer -> answer.start() > recovered)).as("after both pools had a login").isEmpty();
                List<Answer> outage = failed(round, answer -> answer.start() > stopped);
                assertThat(outage).as("while it is down").allMatch(answer -> answer.status() == 503);
                outage.forEach(answer -> waits.add(answer.millis()));
                firsts.add(round.stream().filter(answer -> answer.ok() && answer.end() > stopped)
                        .mapToDouble(answer -> (answer.end() - accepted) / 1e6).min().orElseThrow());
            }
            answers = load.stop();
        }

        waits.sort(null);
        firsts.sort(null);
        print("stopped and started %d times, %d requests by %d clients: while it is down %d failed, each after %.1f ms (median)"
                + " to %.1f ms; first success %.1f ms (median; %s) after it accepts connections, and after that of both pools none failed",
                ROUNDS, answers.size(), Load.CLIENTS, waits.size(), median(waits), waits.get(waits.size() - 1),
                median(firsts), firsts.stream().map(first -> String.format("%.1f", first)).toList());
        assertThat(median(waits)).isLessThan(AT_ONCE_MILLIS);
        RequestMix.check(answers, names("notes", "note"), names("ledger", "entry"));
    }

    /** Returns when the server accepts a first client, which has no pool. */
    private long firstConnection() {
        while (true) {
            try (Connection connection = server.connect("notes")) {
                return System.nanoTime();
            } catch (SQLException e) {
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
