package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** C8, F2: a session is confined to its thread; the error on another thread names the remedy. */
@QuarkusTest
class ThreadsTest extends OnMySql {

    @ParameterizedTest
    @ValueSource(strings = { "/threads/managed/true", "/threads/managed/false", "/threads/injected" })
    void threadSharingTheRequestIsRefusedNamingBothThreads(String path) {
        assertThat(get(path).asString()).startsWith("NoUnitOfWorkException").contains("GET " + path).contains("db.run(...)")
                .containsPattern("thread 'executor-thread-\\d+'.*thread 'executor-thread-\\d+'");
    }

    @Test
    void sessionOfAnotherThreadIsRefused() {
        assertThat(get("/threads/handed-over").asString()).startsWith("NoUnitOfWorkException")
                .containsPattern("belongs to thread 'executor-thread-\\d+' and was used by thread 'other-thread'")
                .contains("db.run(...)");
    }

    @Test
    void threadWithoutUnitOfWorkIsPointedToDbRun() {
        assertThat(get("/threads/bare").asString()).startsWith("NoUnitOfWorkException")
                .contains("no unit of work on thread 'other-thread'", "db.run(...)", "@UnitOfWork", "@Transactional");
        assertThat(get("/threads/no-unit").asString().lines()).hasSize(4)
                .allMatch(line -> line.startsWith("NoUnitOfWorkException"));
    }

    @Test
    void otherThreadRunsItsOwnUnitOfWork() {
        assertThat(post("/threads/own-unit/own").asString()).isEqualTo("returned");
        assertThat(rows("own")).isEqualTo(1);
    }

    @Test
    void databaseUseOnEventLoopIsRefused() {
        assertThat(get("/threads/event-loop").asString()).startsWith("NoUnitOfWorkException")
                .contains("event loop", "@Blocking", "@RunOnVirtualThread");
    }

    /** S6: ends with a lock error, within the server's innodb_lock_wait_timeout, which is 1 s here. */
    @Test
    void selfDeadlockEndsWithLockError() {
        assertThat(post("/threads/waiting-for-itself/s6").asString()).contains("Lock wait timeout exceeded");
    }
}
