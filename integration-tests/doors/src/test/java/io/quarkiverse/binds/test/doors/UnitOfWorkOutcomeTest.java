package io.quarkiverse.binds.test.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.doors.Doors.Door;
import io.quarkiverse.binds.test.doors.Program.Place;
import io.quarkiverse.binds.test.doors.Step.Op;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** L2, L3, L5, L7 and L8: successful parts of a unit of work are stored, failed parts are not. */
@QuarkusTest
class UnitOfWorkOutcomeTest extends Programs {

    private static Step add(String row) {
        return add(Door.DB, Where.NOTES, row);
    }

    /** L2: every kind of method that takes part in the unit of work, at every entry point, with its exception caught or not. */
    @ParameterizedTest
    @ValueSource(strings = { "REQUIRED", "MANDATORY", "SUPPORTS", "UNIT_OF_WORK" })
    void failedMethodRefusesCommitUntilRollback(String kind) {
        for (Place place : QUICK_PLACES) {
            String before = name(kind, "before");
            String within = name(kind, "within");
            String after = name(kind, "after");
            String answer = send(place, add(before), caught(failing(kind, within)), add(after), step(Op.COMMIT))
                    .asString();
            assertThat(answer).as("%s in %s", kind, place).startsWith("RollbackException").contains("Methods.",
                    "db.rollback()");
            assertThat(rows(Where.NOTES, before) + rows(Where.NOTES, within) + rows(Where.NOTES, after)).isZero();
            assertThat(send(place, add(before), caught(failing(kind, within)), step(Op.ROLLBACK), add(after), step(Op.COMMIT))
                    .asString()).isEqualTo("ok");
            assertThat(rows(Where.NOTES, before) + rows(Where.NOTES, within)).isZero();
            assertThat(rows(Where.NOTES, after)).isEqualTo(1);
        }
    }

    private static Step failing(String kind, String row) {
        return method(kind, add(row), step(Op.FAIL));
    }

    /** L2: a separate transaction fails alone. */
    @ParameterizedTest
    @ValueSource(strings = { "REQUIRES_NEW", "NOT_SUPPORTED", "NEVER", "USER_TRANSACTION", "QUARKUS_NEW" })
    void failedSeparateTransactionDoesNotFailUnitOfWork(String kind) {
        for (Place place : QUICK_PLACES) {
            String before = name(kind, "before");
            String after = name(kind, "after");
            assertThat(send(place, add(before), caught(method(kind, step(Op.FAIL))), add(after), step(Op.COMMIT)).asString())
                    .as("%s in %s", kind, place).isEqualTo("ok");
            assertThat(rows(Where.NOTES, before) + rows(Where.NOTES, after)).isEqualTo(2);
        }
    }

    /** L2: the outer method catches the exception and returns normally. */
    @Test
    void failedInnerMethodFailsOuterMethod() {
        String row = name("outer");
        assertThat(send(Place.REQUEST, method("REQUIRED", add(row), caught(failing("REQUIRED", name("inner"))))).asString())
                .startsWith("RollbackException").contains("Methods.required");
        assertThat(rows(Where.NOTES, row)).isZero();
    }

    /** L2: Hibernate has marked the transaction for rollback, so the method must not return normally. */
    @Test
    void caughtStatementFailureFailsTransactionalMethod() {
        String row = name("twice");
        assertThat(
                send(Place.REQUEST, method("REQUIRED", add(row), step(Op.FLUSH), caught(add(row), step(Op.FLUSH)))).asString())
                .startsWith("RollbackException");
        assertThat(rows(Where.NOTES, row)).isZero();
    }

    /** L2: a caught failure of a statement fails a separate transaction as well. */
    @Test
    void caughtConnectionLossFailsSeparateTransaction() {
        for (Door door : List.of(Door.SQL, Door.SESSION, Door.STATELESS)) {
            String row = name("lost", door);
            assertThat(send(Place.REQUEST, method("REQUIRES_NEW", add(row), step(Op.FLUSH),
                    caught(on(Op.KILL, Where.LEDGER, null), read(door, Where.LEDGER)))).asString()).as(door.name())
                    .isNotEqualTo("ok");
            assertThat(rows(Where.NOTES, row)).isZero();
        }
    }

    /** L2: a failed part fails a separate transaction, whose method must not return normally. */
    @ParameterizedTest
    @ValueSource(strings = { "REQUIRED", "MANDATORY", "SUPPORTS", "UNIT_OF_WORK", "QUARKUS_JOINING" })
    void failedPartFailsSeparateTransaction(String kind) {
        String row = name("own");
        assertThat(send(Place.REQUEST, method("REQUIRES_NEW", add(row), caught(failing(kind, name("within"))))).asString())
                .startsWith("RollbackException").contains("took part in it and failed", "Methods.requiresNew");
        assertThat(rows(Where.NOTES, row)).isZero();
    }

    /** L2: Quarkus marks the transaction for rollback on the task's exception. */
    @Test
    void failedJoiningTaskFailsTransactionalMethod() {
        String row = name("joined");
        assertThat(send(Place.REQUEST, method("REQUIRED", add(row), caught(failing("QUARKUS_JOINING", name("within")))))
                .asString()).startsWith("RollbackException").contains("QuarkusTransaction.joiningExisting()");
        assertThat(rows(Where.NOTES, row)).isZero();
    }

    /** L1: a commit by an inner method does not prevent the commit of Hibernate's own transaction. */
    @ParameterizedTest
    @ValueSource(strings = { "SESSION_TRANSACTION", "FACTORY_TRANSACTION" })
    void transactionalMethodWithinHibernatesTransactionCommits(String kind) {
        String before = name(kind, "before");
        String within = name(kind, "within");
        String after = name(kind, "after");
        assertThat(send(Place.REQUEST, method(kind, add(before), method("REQUIRED", add(within)), add(after))).asString())
                .isEqualTo("ok");
        assertThat(rows(Where.NOTES, before) + rows(Where.NOTES, within) + rows(Where.NOTES, after)).isEqualTo(3);
    }

    /** L1: within a method that owns the transaction, also after a commit has ended it. */
    @ParameterizedTest
    @ValueSource(strings = { "USER_TRANSACTION", "QUARKUS_BEGIN" })
    void transactionBegunByHandIsRefusedInTransactionalMethod(String kind) {
        String row = name(kind, "committed");
        String beside = name(kind, "beside");
        assertThat(send(Place.REQUEST, method("REQUIRED", add(row), step(Op.COMMIT), method(kind, add(beside)))).asString())
                .isNotEqualTo("ok");
        assertThat(rows(Where.NOTES, row)).isEqualTo(1);
        assertThat(rows(Where.NOTES, beside)).isZero();
    }

    /** L1: an open transaction begun by hand does not leak into the next request. */
    @ParameterizedTest
    @ValueSource(strings = { "request", "run" })
    void openTransactionEndsWithItsUnitOfWork(String place) {
        String left = name("left");
        assertThat(given().post("/by-hand/left-open/" + place + "/" + left).asString()).isEqualTo("ok");
        for (int i = 0; i < 20; i++) {
            String next = name("next", "" + i);
            assertThat(send(Place.REQUEST, add(next), step(Op.COMMIT)).asString()).isEqualTo("ok");
            assertThat(rows(Where.NOTES, next)).isEqualTo(1);
        }
        assertThat(rows(Where.NOTES, left)).isZero();
    }

    /** L1: work without a transaction inside a separate transaction does not run in the unit of work. */
    @Test
    void nonTransactionalMethodInSeparateTransactionEndsNeither() {
        String row = name("own");
        assertThat(
                send(Place.REQUEST, method("REQUIRES_NEW", add(row), method("NOT_SUPPORTED", read(Door.SESSION, Where.NOTES))))
                        .asString())
                .isEqualTo("ok");
        assertThat(rows(Where.NOTES, row)).isEqualTo(1);
    }

    /** L1: the unit of work resumes at the end of the transaction that suspended it, not at the end of an inner one. */
    @Test
    void nestedTransactionsBegunByHandEndInOrder() {
        String outer = name("outer");
        String inner = name("inner");
        assertThat(send(Place.REQUEST, read(Door.DB, Where.NOTES), method("USER_TRANSACTION", add(outer),
                method("QUARKUS_NEW", add(inner)), read(Door.DB, Where.NOTES))).asString()).isEqualTo("ok");
        assertThat(rows(Where.NOTES, outer) + rows(Where.NOTES, inner)).isEqualTo(2);
    }

    /** L2: the application's own exception arrives, not the transaction manager's. */
    @Test
    void exceptionAfterCommitInTransactionalMethodIsTheResponse() {
        String row = name("committed");
        assertThat(send(Place.REQUEST, method("REQUIRED", add(row), step(Op.COMMIT), step(Op.FAIL))).asString())
                .isEqualTo("Intended: intended");
        assertThat(rows(Where.NOTES, row)).isEqualTo(1);
    }

    /** L2: in an unused unit of work the method begins the transaction, with its own timeout. */
    @Test
    void timeoutOfMethodIsRefusedAfterFirstUse() {
        for (Place place : QUICK_PLACES) {
            String row = name("timeout");
            assertThat(send(place, method("TIMEOUT", add(row))).asString()).as(place.name()).isEqualTo("ok");
            assertThat(rows(Where.NOTES, row)).isEqualTo(1);
            assertThat(send(place, read(Door.DB, Where.NOTES), method("TIMEOUT", add(name("late")))).asString())
                    .contains("@TransactionConfiguration", "REQUIRES_NEW");
        }
    }

    /** L3. */
    @Test
    void mapperCommitsOnlyItsOwnRow() {
        String failed = name("failed");
        String filtered = name("filtered");
        String mapped = name("mapped");
        given().contentType(ContentType.JSON).header(ProgramResource.FILTER, filtered).header(ProgramResource.MAPPER, mapped)
                .body(new Program(Place.REQUEST, false, List.of(add(failed), step(Op.FLUSH), step(Op.FAIL)))).post("/programs")
                .then().statusCode(409);
        assertThat(rows(Where.NOTES, mapped)).isEqualTo(1);
        assertThat(rows(Where.NOTES, failed) + rows(Where.NOTES, filtered)).isZero();
    }

    /** L3: a row of the filter is committed with the request if nothing fails. */
    @Test
    void rowOfFilterIsCommittedByTheMethod() {
        String row = name("method");
        String filtered = name("filtered");
        given().contentType(ContentType.JSON).header(ProgramResource.FILTER, filtered)
                .body(new Program(Place.REQUEST, false, List.of(add(row), step(Op.COMMIT)))).post("/programs")
                .then().statusCode(200);
        assertThat(rows(Where.NOTES, row) + rows(Where.NOTES, filtered)).isEqualTo(2);
    }

    /** L5. */
    @Test
    void rowsOfListenersInOtherBindsAreStored() {
        for (String end : List.of("commit", "flush")) {
            for (boolean before : new boolean[] { true, false }) {
                String added = listener("add", before, end, "ok");
                assertThat(pings(added) + pongs(added)).as("%s %s", end, before).isEqualTo(2);
                String back = listener("add-and-back", before, end, "ok");
                assertThat(pings(back) + pongs(back) + pings(back + "-back")).as("%s %s", end, before).isEqualTo(3);
                listener("read", before, end, "ok");
            }
            String changed = listener("change", true, end, "ok");
            assertThat(pongs("changed-" + changed)).isEqualTo(1);
            assertThat(pings("changed-" + changed + "-back")).as(end).isEqualTo(1);
            assertThat(given().post("/units/for-ever/" + end + "/" + name("for-ever")).asString()).contains("does not end");
        }
    }

    private static String listener(String plan, boolean before, String end, String answer) {
        String name = name(plan);
        assertThat(given().post("/units/listener/" + plan + "/" + before + "/" + end + "/" + name).asString())
                .as("%s %s %s", plan, before, end).startsWith(answer);
        return name;
    }

    private static long pings(String name) {
        return rowsOf(DatabasesResource.notes(), "ping", name);
    }

    private static long pongs(String name) {
        return rowsOf(DatabasesResource.ledger(), "pong", name);
    }

    /** L7. */
    @ParameterizedTest
    @ValueSource(strings = { "commit", "rollback" })
    void settingsOfSessionSurviveCommitAndRollback(String end) {
        assertThat(given().get("/units/settings/" + end).asString()).isEqualTo("kept");
    }

    /** L8: a safe method that has committed is not retried when its connection is lost. */
    @ParameterizedTest
    @ValueSource(strings = { "RUN", "REQUIRES_NEW", "USER_TRANSACTION", "QUARKUS_NEW" })
    void safeMethodThatHasCommittedIsNotRetried(String way) {
        String row = name(way, "once");
        assertThat(given().get("/programs/once/" + way + "/" + row).asString()).isNotEqualTo("ok")
                .doesNotContain("Duplicate entry");
        assertThat(rows(Where.NOTES, row)).isEqualTo(1);
    }

    /** L8: Retry-After is sent only where a retry repeats nothing. */
    @Test
    void retryAfterIsSentOnlyIfNothingIsCommitted() {
        String lost = name("dead");
        given().post("/units/dead/false/" + lost).then().statusCode(503).header("Retry-After", "1");
        assertThat(rows(Where.NOTES, lost)).isZero();
        String kept = name("dead");
        Response answer = given().post("/units/dead/true/" + kept);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.asString()).contains("is committed");
        assertThat(rows(Where.NOTES, kept)).isEqualTo(1);
    }

    /** L8: the transaction manager has one outcome for all binds; the partial outcome is the cause. */
    @Test
    void partialCommitIsCauseOfFailedSeparateTransaction() {
        String row = name("partial");
        String answer = send(Place.REQUEST, method("REQUIRES_NEW", add(row), step(Op.FLUSH), add(Door.DB, Where.LEDGER, row),
                step(Op.FLUSH), on(Op.KILL, Where.LEDGER, null))).asString();
        assertThat(answer).contains("PartialCommitException");
        assertThat(rows(Where.NOTES, row)).isEqualTo(1);
        assertThat(rows(Where.LEDGER, row)).isZero();
    }

    /** L8, G11: a loss known before the commit is not reported as a partial commit. */
    @Test
    void connectionLossBeforeCommitStoresNothing() {
        String row = name("lost");
        String answer = send(Place.REQUEST, add(row), step(Op.FLUSH), read(Door.DATASOURCE, Where.LEDGER),
                caught(on(Op.KILL, Where.LEDGER, null), read(Door.DATASOURCE, Where.LEDGER)), step(Op.COMMIT)).asString();
        assertThat(answer).startsWith("RollbackException").doesNotContain("PartialCommit");
        assertThat(rows(Where.NOTES, row)).isZero();
    }
}
