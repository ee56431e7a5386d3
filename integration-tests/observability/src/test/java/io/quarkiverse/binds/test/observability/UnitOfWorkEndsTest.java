package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Listeners are told how each attempt of a unit of work has ended; one that fails changes nothing. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class UnitOfWorkEndsTest {

    private static final String TASK = "db.run";

    @BeforeEach
    void clear() {
        delete("/ends").then().statusCode(204);
    }

    @Test
    void commitOfTwoBindsNamesBoth() {
        assertThat(ends("committed", "done")).containsExactly(TASK + " COMMITTED <default>* stock*");
    }

    @Test
    void readingEndsWithoutCommit() {
        assertThat(ends("read", "done")).containsExactly(TASK + " NOT_COMMITTED stock");
    }

    @Test
    void unitOfWorkWithoutDatabaseIsNotReported() {
        assertThat(ends("unused", "done")).isEmpty();
    }

    @Test
    void changesWithoutCommitAreReported() {
        assertThat(ends("uncommitted", "done")).containsExactly(TASK + " NOT_COMMITTED stock uncommitted");
    }

    @Test
    void rollbackIsReported() {
        assertThat(ends("rolled-back", "done")).containsExactly(TASK + " ROLLED_BACK stock");
    }

    @Test
    void failureAfterACommitRollsBackTheRest() {
        assertThat(ends("failed", "IllegalArgumentException"))
                .containsExactly(TASK + " ROLLED_BACK <default>* stock IllegalArgumentException");
    }

    @Test
    void eachAttemptHasItsEnd() {
        assertThat(ends("retried", "done")).containsExactly(TASK + " RETRIED stock OptimisticLockException",
                TASK + " COMMITTED stock*");
    }

    @Test
    void connectionLostInCommitIsUnknown() {
        assertThat(ends("unknown", "CommitOutcomeUnknownException")).last()
                .isEqualTo(TASK + " UNKNOWN stock CommitOutcomeUnknownException");
    }

    @Test
    void keyOfTheDatabaseIsReported() {
        assertThat(ends("tenant", "done")).containsExactly("databases.run COMMITTED tenants/ends*");
    }

    @Test
    void failedRequestIsRolledBack() {
        post("/ends/request").then().statusCode(500);
        Await.until("the end of the request", () -> !texts().isEmpty());
        assertThat(texts()).containsExactly("POST /ends/request ROLLED_BACK stock IllegalArgumentException");
    }

    private static List<String> ends(String kind, String answer) {
        assertThat(post("/ends/" + kind).then().statusCode(200).extract().asString()).isEqualTo(answer);
        return texts();
    }

    private static List<String> texts() {
        return get("/ends").then().statusCode(200).extract().jsonPath().getList("", String.class);
    }
}
