package io.quarkiverse.binds.test.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.UnknownDatabaseException;
import io.quarkiverse.binds.test.App;
import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.QuarkusUnitTest;

/**
 * L11: a key that is closed, or opened with another URL, during its opening leads to the new database or fails, for each
 * waiting thread.
 */
class ReopenedWhileOpeningTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.tenants.dynamic=true
            quarkus.binds.tenants.url=h2:mem:template_{key};DB_CLOSE_DELAY=-1
            quarkus.binds.tenants.schema=create
            quarkus.binds.tenants.pool.size=1
            quarkus.binds.tenants.pool.max-overflow=1
            quarkus.binds.tenants.pool.timeout=15s
            quarkus.binds.tenants.max-open=4
            quarkus.binds.plain.dynamic=true
            quarkus.binds.plain.db-kind=h2
            """, Remark.class, BlockingOpening.class, OpeningBarrier.class, Await.class);

    @Inject
    Db db;

    @Inject
    Databases databases;

    private Databases tenants;

    @BeforeEach
    void start() {
        tenants = databases.of("tenants");
        tenants.keys().forEach(tenants::close);
        BlockingOpening.URLS.clear();
        BlockingOpening.RUNS.set(0);
    }

    private static String url(String name) {
        return "h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    private static <T> CompletableFuture<T> later(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }).start();
        return result;
    }

    /** Name of the database that work on a key uses, as the server reports it. */
    private String databaseName(String key) {
        return databaseName(tenants, key);
    }

    private String databaseName(Databases of, String key) {
        return of.call(key, () -> db.bind(of.bind()).sql("select lower(current_catalog)").one(String.class));
    }

    private CompletableFuture<String> later(String key) {
        return later(() -> databaseName(key));
    }

    private List<String> rows(String key) {
        return tenants.call(key, () -> db.bind("tenants").sql("select url from prepared order by url").list(String.class));
    }

    private static String join(CompletableFuture<String> outcome) {
        try {
            return outcome.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            return e.getCause() == null ? e.toString() : e.getCause().toString();
        }
    }

    /** The URL comes from {@code open} alone; after the close the key is unknown unless the bind has a template. */
    @ParameterizedTest
    @ValueSource(strings = { "tenants", "plain" })
    void closeDuringInitializerRemovesTheUrl(String bind) {
        Databases of = databases.of(bind);
        OpeningBarrier held = OpeningBarrier.at(BlockingOpening.INITIALIZER);
        CompletableFuture<String> first = later(() -> of.open("forgotten", url("old_" + bind)).url());
        held.awaitReached();

        assertThat(of.close("forgotten")).isTrue();
        held.release();

        assertThat(join(first)).contains("'forgotten'").doesNotContain("old_");
        assertThatThrownBy(() -> databaseName(databases.of("plain"), "forgotten")).isInstanceOf(UnknownDatabaseException.class);
        assertThat(databaseName("forgotten")).isEqualTo("template_forgotten");
    }

    /** The other URL is served while the first opening is still in progress. */
    @ParameterizedTest
    @ValueSource(strings = { BlockingOpening.SOURCE, BlockingOpening.CONNECT, BlockingOpening.INITIALIZER })
    void closeAndReopenLeadToTheOtherUrl(String place) {
        String key = "reopened-" + place;
        BlockingOpening.URLS.put(key, url("old_" + place));
        OpeningBarrier held = OpeningBarrier.at(place);
        CompletableFuture<String> first = later(key);
        held.awaitReached();

        assertThat(tenants.close(key)).isTrue();
        assertThat(tenants.open(key, url("new_" + place)).url()).contains("new_" + place);
        assertThat(databaseName(key)).isEqualTo("new_" + place);
        held.release();

        assertThat(join(first)).isEqualTo("new_" + place);
        assertThat(databaseName(key)).isEqualTo("new_" + place);
        assertThat(rows(key)).hasSize(1).allMatch(row -> row.contains("new_"));
        assertThat(tenants.keys()).containsExactly(key);
        Await.until("no connection of the first is left", () -> tenants.stats().connections() == 1);
    }

    /** Without a close one URL wins for all, and no state of the two is mixed. */
    @ParameterizedTest
    @ValueSource(strings = { BlockingOpening.SOURCE, BlockingOpening.CONNECT, BlockingOpening.INITIALIZER })
    void openWithOtherUrlLeadsToIt(String place) {
        String key = "other-" + place;
        BlockingOpening.URLS.put(key, url("first_" + place));
        OpeningBarrier held = OpeningBarrier.at(place);
        CompletableFuture<String> first = later(key);
        held.awaitReached();
        CompletableFuture<String> second = later(() -> tenants.open(key, url("second_" + place)).url());
        awaitQueued(1);

        held.release();

        assertThat(join(second)).contains("second_" + place);
        assertThat(join(first)).isEqualTo("second_" + place);
        assertThat(databaseName(key)).isEqualTo("second_" + place);
        assertThat(rows(key)).hasSize(1).allMatch(row -> row.contains("second_"));
    }

    @Test
    void waitingThreadsGetTheOtherDatabase() {
        BlockingOpening.URLS.put("queued", url("queued_old"));
        OpeningBarrier held = OpeningBarrier.at(BlockingOpening.INITIALIZER);
        CompletableFuture<String> first = later("queued");
        held.awaitReached();
        List<CompletableFuture<String>> waiting = IntStream.range(0, 5).mapToObj(i -> later("queued")).toList();
        awaitQueued(5);
        BlockingOpening.URLS.put("queued", url("queued_new"));

        tenants.close("queued");

        assertThat(waiting).allSatisfy(one -> assertThat(join(one)).isEqualTo("queued_new"));
        assertThat(first).as("it is still held").isNotDone();
        held.release();
        assertThat(join(first)).isEqualTo("queued_new");
        assertThat(rows("queued")).hasSize(1);
    }

    /** Work in progress continues after a close; no connection remains, and the next opening prepares the database again. */
    @Test
    void closeWithoutOtherUrlLeavesNothingOpen() {
        OpeningBarrier held = OpeningBarrier.at(BlockingOpening.INITIALIZER);
        CompletableFuture<String> first = later("same");
        held.awaitReached();

        assertThat(tenants.close("same")).isTrue();
        held.release();

        assertThat(join(first)).isEqualTo("template_same");
        assertThat(tenants.keys()).isEmpty();
        Await.until("its connections are closed", () -> tenants.stats().connections() == 0);
        assertThat(databaseName("same")).isEqualTo("template_same");
        assertThat(BlockingOpening.RUNS).hasValue(2);
    }

    /** Writes of an initializer through the unit of work go to the database that it was called for. */
    @Test
    void initializerDoesNotContinueInTheOtherDatabase() {
        BlockingOpening.URLS.put("late", url("late_old"));
        OpeningBarrier held = OpeningBarrier.at(BlockingOpening.WRITES);
        CompletableFuture<String> first = later("late");
        held.awaitReached();

        tenants.close("late");
        tenants.open("late", url("late_new"));
        held.release();

        assertThat(join(first)).contains("was closed while it was being opened");
        assertThat(rows("late")).hasSize(1).noneMatch(row -> row.equals("late"));
    }

    /** Entities read by a session, and ids it has reserved, belong to the previous database. */
    @Test
    void unitOfWorkDoesNotContinueInTheOtherDatabase() {
        tenants.open("session", url("session_old"));
        assertThatThrownBy(() -> tenants.run("session", () -> {
            db.add(Remark.of("old"));
            db.commit();
            tenants.close("session");
            tenants.open("session", url("session_new"));
            db.add(Remark.of("lost"));
            db.commit();
        })).hasMessageContaining("'session'").hasMessageContaining("was given another URL");
        assertThat(remarks("session")).isEmpty();
    }

    /** A close alone breaks no work in progress, in its next transaction as well. */
    @Test
    void unitOfWorkContinuesAfterCloseAndReopening() {
        tenants.run("again", () -> {
            db.add(Remark.of("first"));
            db.commit();
            tenants.close("again");
            tenants.get("again");
            db.add(Remark.of("second"));
            db.commit();
        });
        assertThat(remarks("again")).hasSize(2);
    }

    /** A database that moves without a close is prepared again, and has ids of its own. */
    @Test
    void movedDatabaseIsPreparedAndHasItsOwnIds() {
        BlockingOpening.URLS.put("moved", url("moved_old"));
        add("moved");
        evict("moved");
        tenants.open("moved", url("moved_new"));
        for (int i = 0; i < 60; i++) {
            add("moved");
        }
        assertThat(rows("moved")).hasSize(1).allMatch(row -> row.contains("moved_new"));
        assertThat(tenants.<Long, RuntimeException> call("moved", () -> db.session("tenants")
                .createQuery("select max(id) from Remark", Long.class).getSingleResult())).isEqualTo(60);
    }

    @Test
    void closeDuringOwnOpeningIsRefused() {
        BlockingOpening.closes = true;
        try {
            assertThatThrownBy(() -> tenants.get("closing-itself"))
                    .hasStackTraceContaining("cannot be closed by what opens it");
        } finally {
            BlockingOpening.closes = false;
        }
    }

    private void add(String key) {
        tenants.run(key, () -> {
            db.add(Remark.of("of " + key));
            db.commit();
        });
    }

    private List<String> remarks(String key) {
        return tenants.call(key, () -> db.query(Remark.class, "").getResultList().stream().map(r -> r.text).toList());
    }

    /** Opens other databases until this one is evicted. */
    private void evict(String key) {
        for (int i = 0; tenants.keys().contains(key); i++) {
            tenants.get("room" + i);
        }
    }

    private static void awaitQueued(int threads) {
        Await.until(threads + " threads wait", () -> OpeningBarrier.queued() == threads);
    }
}
