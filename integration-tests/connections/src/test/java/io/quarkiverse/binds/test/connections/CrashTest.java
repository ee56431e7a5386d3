package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import io.quarkus.test.junit.QuarkusTest;

/** The server's process is killed with -9 while it is written to: every write that was acknowledged is there, none twice. */
@QuarkusTest
class CrashTest extends OnOwnServer {

    private static final int BETWEEN = 200;

    @RepeatedTest(3)
    void underLoad(RepetitionInfo run) throws Exception {
        post("/both?name=there").then().statusCode(200);
        List<Answer> answers;
        try (Load load = Load.start(Load.CLIENTS, Mix.ofWrites("crash" + run.getCurrentRepetition() + "-"))) {
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on").isTrue();
            server.killHard();
            server.startAgain();
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load recovers").isTrue();
            answers = load.stop();
        }

        Map<String, Long> notes = names("notes", "note");
        List<Answer> unknown = answers.stream().filter(answer -> !answer.ok() && Mix.isUnknown(answer)).toList();
        print("killed with -9 and started, %d writes by %d clients: %d acknowledged, %d refused, %d of unknown outcome,"
                + " of which %d are there", answers.size(), Load.CLIENTS, answers.stream().filter(Answer::ok).count(),
                failed(answers).size() - unknown.size(), unknown.size(),
                unknown.stream().filter(answer -> notes.containsKey(answer.call().name())).count());
        assertThat(failed(answers)).isNotEmpty();
        Mix.check(answers, notes, names("ledger", "entry"));
    }
}
