package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.quarkus.test.junit.QuarkusTest;

/** Kills the server's process with SIGKILL during writes: every acknowledged write is stored, none twice. */
@QuarkusTest
class CrashTest extends OnOwnServer {

    private static final int BETWEEN = 200;

    @RepeatedTest(3)
    void acknowledgedWritesSurviveCrashUnderLoad(RepetitionInfo run) throws Exception {
        post("/both?name=there").then().statusCode(200);
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, RequestMix.ofWrites("crash" + run.getCurrentRepetition() + "-"))) {
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on").isTrue();
            server.killHard();
            server.startAgain();
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load recovers").isTrue();
            answers = load.stop();
        }

        Map<String, Long> notes = names("notes", "note");
        List<Answer> unknown = answers.stream().filter(answer -> !answer.ok() && RequestMix.isUnknown(answer)).toList();
        print("killed with -9 and started, %d writes by %d clients: %d acknowledged, %d refused, %d of unknown outcome,"
                + " of which %d are there", answers.size(), Load.CLIENTS, answers.stream().filter(Answer::ok).count(),
                failed(answers).size() - unknown.size(), unknown.size(),
                unknown.stream().filter(answer -> notes.containsKey(answer.call().name())).count());
        assertThat(failed(answers)).isNotEmpty();
        RequestMix.check(answers, notes, names("ledger", "entry"));
    }
}
