package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.quarkus.test.junit.QuarkusTest;

/** Kills every connection of the application under load, repeatedly. */
@QuarkusTest
class KillAllTest extends OnOwnServer {

    private static final int ROUNDS = 5;
    private static final int BETWEEN = 200;

    /** Times of one round: the first KILL sent, the last KILL sent, the last connection closed. */
    private record Kill(long first, long sent, long closed) {

        boolean isInFlight(Answer answer) {
            return answer.start() < closed && answer.end() > first;
        }

        boolean isBetween(Answer answer) {
            return answer.start() > sent && answer.start() < closed;
        }
    }

    /** Reads never fail; only writes in flight do. */
    @RepeatedTest(3)
    void killUnderLoadFailsOnlyWritesInFlight(RepetitionInfo run) throws Exception {
        post("/both?name=there").then().statusCode(200);
        List<Kill> kills = new ArrayList<>();
        int killed = 0;
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, RequestMix.ofAll("kill" + run.getCurrentRepetition() + "-"))) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on, so far %s", load.soFar()).isTrue();
                Set<Long> ids = inspector.ids();
                long first = System.nanoTime();
                inspector.kill(ids);
                long sent = System.nanoTime();
                awaitGone(ids);
                kills.add(new Kill(first, sent, System.nanoTime()));
                killed += ids.size();
            }
            assertThat(load.awaitMore(BETWEEN, LONG)).isTrue();
            answers = load.stop();
        }

        List<Answer> reads = failed(answers, answer -> !answer.call().isWrite());
        List<Answer> writes = failed(answers, answer -> answer.call().isWrite());
        List<Answer> late = failed(answers, answer -> kills.stream().noneMatch(kill -> kill.isInFlight(answer)));
        print("%d connections killed in %d rounds, %d requests by %d clients: %d reads failed, %d writes failed"
                + " (%d of unknown outcome, %d sent after the last KILL and before the last connection was closed, %d later)",
                killed, ROUNDS, answers.size(), Load.CLIENTS, reads.size(), writes.size(),
                writes.stream().filter(RequestMix::isUnknown).count(),
                writes.stream().filter(write -> kills.stream().anyMatch(kill -> kill.isBetween(write))).count(), late.size());
        assertThat(killed).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(reads).isEmpty();
        assertThat(late).isEmpty();
        assertThat(writes).allMatch(write -> write.status() == 500 || write.status() == 503);
        RequestMix.check(answers, names("notes", "note"), names("ledger", "entry"));
    }
}
