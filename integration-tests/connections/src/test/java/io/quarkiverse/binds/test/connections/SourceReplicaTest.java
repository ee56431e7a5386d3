package io.quarkiverse.binds.test.connections;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Source fails, the replica is promoted, and the application, whose URL names both, continues to write. */
@QuarkusTest
@QuarkusTestResource(value = ReplicationResource.class, restrictToAnnotatedClass = true)
class SourceReplicaTest extends OnServer {

    private static final int BETWEEN = 200;
    /** The goal is 2 s, which is printed; this bound is for a busy machine. */
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    /** Injected by the test resource. */
    DatabaseServer replica;

    @Test
    void promotedReplicaTakesWritesUnderLoad() throws Exception {
        post("/notes?name=there").then().statusCode(200);
        List<Answer> answers;
        long readOnly;
        long promoted;
        try (Load load = Load.start(Load.CLIENTS, n -> Call.write("/notes/again?retries=3", "switch-" + n))) {
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on").isTrue();
            server.execute("SET GLOBAL super_read_only = ON");
            readOnly = System.nanoTime();
            Object executed = server.query("SELECT @@global.gtid_executed AS gtids").get(0).get("gtids");
            assertThat(replica.query("SELECT WAIT_FOR_EXECUTED_GTID_SET(?, 30) AS missing", executed).toString())
                    .isEqualTo("[{missing=0}]");
            server.stop();
            replica.execute("STOP REPLICA", "RESET REPLICA ALL", "SET GLOBAL super_read_only = OFF",
                    "SET GLOBAL read_only = OFF");
            promoted = System.nanoTime();
            assertThat(load.awaitMore(BETWEEN, LONG)).as("the load goes on at the replica").isTrue();
            answers = load.stop();
        }

        double first = answers.stream().filter(answer -> answer.ok() && answer.end() > promoted)
                .mapToDouble(answer -> (answer.end() - promoted) / 1e6).min().orElseThrow();
        List<Answer> between = failed(answers, answer -> answer.start() > readOnly);
        List<Answer> late = failed(answers, answer -> answer.start() > promoted);
        print("source made read-only and stopped, replica promoted after %.0f ms; %d writes by %d clients: %d failed, %d of them"
                + " sent after the source was read-only; first success %.0f ms after the promotion, %d sent after it failed",
                (promoted - readOnly) / 1e6, answers.size(), Load.CLIENTS, failed(answers).size(), between.size(), first,
                late.size());
        assertThat(between).as("no read-only error reaches a unit that began after the switch")
                .allMatch(answer -> answer.status() == 503).noneMatch(answer -> answer.body().contains("read-only"));
        assertThat(first).isLessThan(AT_MOST.toMillis());
        assertThat(late).isEmpty();
        RequestMix.check(answers, notesOfTheReplica(), Map.of());
    }

    private Map<String, Long> notesOfTheReplica() {
        return replica.queryIn("notes", "select name, count(*) as n from note group by name").stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> ((Number) row.get("n")).longValue()));
    }
}
