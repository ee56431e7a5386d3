package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkiverse.binds.test.support.Later;
import io.quarkus.test.junit.QuarkusTest;

/** K25, G11: a connection killed between flush and commit stores nothing in any bind, and the error says so. */
@QuarkusTest
class KilledConnectionTest extends OnMySql {

    private static final Duration END_OF_KILLED = Duration.ofSeconds(30);

    @Test
    void killedSecondConnectionRollsBackBoth() throws Exception {
        String answer = killBeforeCommit(WorkScenario.HELD, "second", databases().ledger());

        assertThat(databases().rows("second")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in bind 'ledger', nothing is committed"
                        + " in any bind: ")
                .containsAnyOf("disconnected", "link failure");
    }

    @Test
    void killedFirstConnectionRollsBackBoth() throws Exception {
        String answer = killBeforeCommit(WorkScenario.HELD, "first", databases().payments());

        assertThat(databases().rows("first")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in the default bind, nothing is committed"
                        + " in any bind: ");
    }

    /** Its one-phase commit was not reached, so the outcome is known. */
    @Test
    void killedOnlyConnectionRollsBack() throws Exception {
        String answer = killBeforeCommit(WorkScenario.ONE_HELD, "only", databases().ledger());

        assertThat(databases().rows("only")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in bind 'ledger', nothing is committed"
                        + " in any bind: ");
    }

    /** Both XA branches are prepared by then and are rolled back; the outcome of the ordinary bind is unknown. */
    @Test
    void killedConnectionOfOrdinaryBindLeavesItsOutcomeUnknown() throws Exception {
        String answer = killBeforeCommit(WorkScenario.WITH_PLAIN_HELD, "ordinary", databases().plain());

        assertThat(databases().rows("ordinary")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("CommitOutcomeUnknownException: The connection of bind 'plain' was lost during the commit: its"
                        + " outcome is unknown; rolled back: the default bind, bind 'ledger'. ");
    }

    /** The ordinary bind commits after the others are prepared, and so not at all. */
    @Test
    void killedConnectionRollsBackOrdinaryBindToo() throws Exception {
        String answer = killBeforeCommit(WorkScenario.WITH_PLAIN_HELD, "beside", databases().ledger());

        assertThat(databases().rows("beside")).isEqualTo("0,0,0");
        assertThat(answer).startsWith("RollbackException: The commit could not be prepared in bind 'ledger'");
    }

    /** Without pre-ping the first command of a unit of work meets the loss. */
    @Test
    void killedIdleConnectionFailsTheRequest() {
        post("/deeds/COMMIT/before");
        kill(databases().ledger());

        assertThat(post("/deeds/COMMIT/idle").asString()).startsWith("JDBCConnectionException: ");
        assertThat(databases().rows("idle")).isEqualTo("0,0,0");
    }

    /** A read-only request is retried. */
    @Test
    void killedIdleConnectionIsReplacedForReadOnlyRequest() {
        post("/deeds/COMMIT/readable");
        kill(databases().ledger());

        assertThat(get("/deeds/readable").asString()).isEqualTo("{\"payments\":1,\"bookings\":1}");
    }

    /** The pool has discarded the killed connection. */
    @Test
    void nextRequestCommitsAfterKilledConnection() throws Exception {
        killBeforeCommit(WorkScenario.HELD, "killed", databases().ledger());

        assertThat(post("/deeds/COMMIT/next").asString()).isEqualTo("returned");
        assertThat(databases().rows("next")).isEqualTo("1,1,0");
    }

    private static String killBeforeCommit(WorkScenario scenario, String name, String database) throws Exception {
        CompletableFuture<String> answer = Later.of(() -> post("/deeds/{deed}/{name}", scenario.name(), name).asString());
        assertThat(post("/barrier/flushed").asString()).isEqualTo(name);
        kill(database);
        assertThat(post("/barrier/release").asString()).isEqualTo("true");
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Kills all connections to a database, idle ones included. */
    private static void kill(String database) {
        databases().server().killAll(database);
        assertThat(Await.until(END_OF_KILLED, () -> databases().server().processList(database).isEmpty())).isTrue();
    }
}
