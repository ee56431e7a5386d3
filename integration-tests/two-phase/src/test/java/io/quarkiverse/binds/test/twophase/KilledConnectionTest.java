package io.quarkiverse.binds.test.twophase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** K25, G11: a connection that is killed between flush and commit leaves nothing behind in any bind, and the error says so. */
@QuarkusTest
class KilledConnectionTest extends OnMySql {

    private static final Duration END_OF_KILLED = Duration.ofSeconds(10);

    @Test
    void theSecondIsKilled() throws Exception {
        String answer = killBeforeCommit(Deed.HELD, "second", databases().ledger());

        assertThat(databases().rows("second")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in bind 'ledger', nothing is committed"
                        + " in any bind: ")
                .containsAnyOf("disconnected", "link failure");
    }

    @Test
    void theFirstIsKilled() throws Exception {
        String answer = killBeforeCommit(Deed.HELD, "first", databases().payments());

        assertThat(databases().rows("first")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in the default bind, nothing is committed"
                        + " in any bind: ");
    }

    /** It would have been committed in one phase, which was not reached: its outcome is known. */
    @Test
    void theOnlyOneIsKilled() throws Exception {
        String answer = killBeforeCommit(Deed.ONE_HELD, "only", databases().ledger());

        assertThat(databases().rows("only")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("RollbackException: The commit could not be prepared in bind 'ledger', nothing is committed"
                        + " in any bind: ");
    }

    /** The two are prepared by then: they are rolled back, while the outcome of the ordinary one cannot be told from here. */
    @Test
    void theOrdinaryOneIsKilled() throws Exception {
        String answer = killBeforeCommit(Deed.WITH_PLAIN_HELD, "ordinary", databases().plain());

        assertThat(databases().rows("ordinary")).isEqualTo("0,0,0");
        assertThat(answer)
                .startsWith("CommitOutcomeUnknownException: The connection of bind 'plain' was lost while its commit was on"
                        + " its way: whether it is committed is unknown; rolled back: the default bind, bind 'ledger'. ");
    }

    /** The ordinary one is committed only after the others are prepared, and so not at all. */
    @Test
    void oneOfTheTwoIsKilledBesideAnOrdinaryOne() throws Exception {
        String answer = killBeforeCommit(Deed.WITH_PLAIN_HELD, "beside", databases().ledger());

        assertThat(databases().rows("beside")).isEqualTo("0,0,0");
        assertThat(answer).startsWith("RollbackException: The commit could not be prepared in bind 'ledger'");
    }

    /** Pools do not ask their connections here: it is the first command of a unit that meets the loss. */
    @Test
    void oneInThePoolIsKilled() {
        post("/deeds/COMMIT/before");
        kill(databases().ledger());

        assertThat(post("/deeds/COMMIT/idle").asString()).startsWith("JDBCConnectionException: ");
        assertThat(databases().rows("idle")).isEqualTo("0,0,0");
    }

    /** A request that only reads is served again by itself. */
    @Test
    void oneInThePoolIsKilledBeforeARead() {
        post("/deeds/COMMIT/readable");
        kill(databases().ledger());

        assertThat(get("/deeds/readable").asString()).isEqualTo("{\"payments\":1,\"bookings\":1}");
    }

    /** The pool has dropped what was killed. */
    @Test
    void theNextRequestIsServed() throws Exception {
        killBeforeCommit(Deed.HELD, "killed", databases().ledger());

        assertThat(post("/deeds/COMMIT/next").asString()).isEqualTo("returned");
        assertThat(databases().rows("next")).isEqualTo("1,1,0");
    }

    private static String killBeforeCommit(Deed deed, String name, String database) throws Exception {
        CompletableFuture<String> answer = supplyAsync(() -> post("/deeds/{deed}/{name}", deed.name(), name).asString());
        assertThat(post("/barrier/flushed").asString()).isEqualTo(name);
        kill(database);
        assertThat(post("/barrier/release").asString()).isEqualTo("true");
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Those that are idle in the pool as well. */
    private static void kill(String database) {
        databases().server().killAll(database);
        assertThat(Await.until(END_OF_KILLED, () -> databases().server().processList(database).isEmpty())).isTrue();
    }
}
