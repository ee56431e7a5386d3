package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Runs the recipes of the guide. */
@QuarkusTest
class RecipesTest extends OnMySql {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void resourceCreatesAndReadsRow() {
        long id = post("/notes/resource").then().statusCode(200).extract().jsonPath().getLong("id");
        get("/notes/{id}", id).then().statusCode(200).body("name", equalTo("resource"));
        get("/notes/{id}", -1).then().statusCode(404).body(equalTo("There is no Note -1"));
    }

    @Test
    void unitsOfWorkOutsideOfRequestsCommit() {
        run("keepBoth", "annotated");
        assertThat(rows("annotated")).isEqualTo(2);
        run("keep", "called");
        assertThat(rows("called")).isEqualTo(1);
        run("inAnotherThread", "thread");
        assertThat(rows("thread")).isEqualTo(1);
        post("/recipes/later/stage").then().statusCode(200);
        assertThat(rows("stage")).isEqualTo(1);

        SERVER.executeIn(ledger(), "insert into entry (text) values ('forget me')");
        run("forget", "-");
        assertThat(rows("forget me")).isZero();
    }

    /** D5: entities stay managed. */
    @Test
    void entityChangedAfterCommitIsStored() {
        int version = run("changeTwice", "twice").as(int.class);
        assertThat(count(notes(), "select amount as n from note where name = ?", "twice")).isEqualTo(2);
        assertThat(version).isEqualTo(1);
    }

    @Test
    void allWaysShareOneSession() {
        run("threeWays", "ways");
        assertThat(rows("ways")).isEqualTo(2);
        assertThat(rows("ways-2")).isEqualTo(1);
    }

    @Test
    void transactionRecipesStoreTheirRows() {
        run("transactional", "transactional");
        assertThat(rows("transactional")).isEqualTo(2);
        run("onSuccess", "success");
        assertThat(rows("success")).isEqualTo(1);
        run("askFirst", "asked");
        assertThat(rows("asked")).isEqualTo(1);
        run("addOne", "asked");
        run("set", "asked");
        assertThat(count(notes(), "select amount as n from note where name = ?", "asked")).isEqualTo(7);
        assertThat(run("levels", "-").as(String[].class)).containsExactly("SERIALIZABLE", "READ-COMMITTED");
        assertThat(run("totals", "aske").asString()).isEqualTo("[{\"name\":\"asked\",\"amount\":7}]");
    }

    @Test
    void traceOfFailedWorkIsStored() {
        run("keep", "traced");
        post("/recipes/simple/withTrace/traced").then().statusCode(500); // the name is taken
        assertThat(rows("trying traced")).isEqualTo(1);
        assertThat(rows("traced")).isEqualTo(1);
    }

    /** G11: one bind is committed, the connection of the next is gone. */
    @Test
    void partialCommitNamesCommittedBinds() {
        CompletableFuture<Response> commit = async(() -> post("/recipes/both/partly"));
        put("/gates/partly/reached").then().statusCode(204);
        SERVER.killAll(ledger());
        put("/gates/partly/open");

        assertThat(join(commit).asString()).isEqualTo("[[\"<default>\"],[],[\"ledger\"]]");
        assertThat(count(notes(), "select count(*) as n from note where name = ?", "partly")).isEqualTo(1);
        assertThat(count(ledger(), "select count(*) as n from entry where text = ?", "partly")).isZero();
    }

    /** D1: a flush gives the id; nothing is committed by it. */
    @Test
    void flushGivesIdBeforeCommit() {
        assertThat(run("idBeforeCommit", "d1").as(long.class)).isPositive();
        assertThat(rows("d1")).isZero();
    }

    /** D2: a rollback does not return the id. */
    @Test
    void rolledBackIdIsNotReused() {
        long[] ids = run("lostId", "d2").as(long[].class);
        assertThat(ids[1]).isEqualTo(ids[0] + 1);
        assertThat(rows("d2")).isZero();
        assertThat(rows("d2-2")).isEqualTo(1);
    }

    /** D3. */
    @Test
    void sessionSeesFlushedRows() {
        assertThat(run("seenInside", "d3").as(long[].class)).containsExactly(1, 1);
        assertThat(rows("d3")).isZero();
    }

    /** D4, S2: other units of work see it after the commit, in a new transaction. */
    @Test
    void otherUnitsOfWorkSeeRowsInTheirNextTransaction() {
        assertThat(post("/recipes/seen-outside/d4").as(long[].class)).containsExactly(0, 0, 1);
    }

    /** D5: a commit flushes, commits and ends the transaction. */
    @Test
    void commitFlushesAndEndsTheTransaction() {
        post("/recipes/commit-alone/d5").then().statusCode(200).body(equalTo("true"));
        assertThat(rows("d5")).isEqualTo(1);
    }

    /** D6: the id is used in another row; both rows are stored or neither. */
    @Test
    void rowsLinkedByIdAreStoredTogether() {
        long lost = run("bad", "d6").as(long.class);
        assertThat(rows("d6") + rows("note " + lost)).isZero();
        long kept = run("good", "d6").as(long.class);
        assertThat(rows("d6")).isEqualTo(1);
        assertThat(rows("note " + kept)).isEqualTo(1);
    }

    /** E3: a peer that waits for the row proceeds at the commit, before the unit of work has ended. */
    @Test
    void commitReleasesRowLock() throws SQLException {
        long id = run("keep", "e3").as(long.class);
        CompletableFuture<Response> request = async(() -> post("/recipes/let-go-soon/{id}/e3", id));
        put("/gates/e3-locked/reached").then().statusCode(204);
        try (Connection peer = SERVER.connect(notes()); Statement statement = peer.createStatement()) {
            CompletableFuture<Integer> update = async(
                    () -> statement.executeUpdate("update note set amount = amount + 10 where id = " + id));
            awaitLockWait(notes());
            assertThat(update).isNotDone();
            put("/gates/e3-locked/open");
            put("/gates/e3-committed/reached").then().statusCode(204);
            assertThat(join(update)).isEqualTo(1);
            assertThat(request).isNotDone();
            put("/gates/e3-committed/open");
            join(request).then().statusCode(204);
        }
        assertThat(count(notes(), "select amount as n from note where id = ?", id)).isEqualTo(11);
    }

    /** E4: the row is locked until the commit at the end, so a peer changes it before or after, never in between. */
    @Test
    void rowLockIsHeldUntilTheEnd() throws SQLException {
        long id = run("keep", "e4").as(long.class);
        CompletableFuture<Response> request = async(() -> post("/recipes/hold-to-the-end/{id}/e4", id));
        put("/gates/e4/reached").then().statusCode(204);
        try (Connection peer = SERVER.connect(notes()); Statement statement = peer.createStatement()) {
            CompletableFuture<Integer> update = async(
                    () -> statement.executeUpdate("update note set amount = amount * 10 where id = " + id));
            awaitLockWait(notes());
            assertThat(update).isNotDone();
            put("/gates/e4/open");
            join(request).then().statusCode(204);
            assertThat(join(update)).isEqualTo(1);
        }
        assertThat(count(notes(), "select amount as n from note where id = ?", id)).isEqualTo(110);
    }

    private static Response run(String recipe, String name) {
        return post("/recipes/simple/{recipe}/{name}", recipe, name).then().statusCode(200).extract().response();
    }

    private interface Call<T> {
        T call() throws Exception;
    }

    private static <T> CompletableFuture<T> async(Call<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> {
            try {
                result.complete(call.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        }, "peer").start();
        return result;
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits until a client waits for a lock in that database. */
    private static void awaitLockWait(String database) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (lockWaits(database).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new CompletionException("Nobody waits for a lock", null);
            }
            Thread.onSpinWait();
        }
    }

    private static List<?> lockWaits(String database) {
        return SERVER.query("select w.engine_lock_id from (select requesting_engine_lock_id as engine_lock_id"
                + " from performance_schema.data_lock_waits) w join performance_schema.data_locks l using (engine_lock_id)"
                + " where l.object_schema = ?", database);
    }
}
