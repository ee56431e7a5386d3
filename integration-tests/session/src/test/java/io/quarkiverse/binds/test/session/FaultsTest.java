package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.post;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Lost connections, deadlocks, lock waits and optimistic lock failures in a unit of work, all caused at a real server. */
@QuarkusTest
class FaultsTest extends OnMySql {

    @Test
    void getIsRetriedAfterLostConnection() {
        killing(notes(), "GET", "/faults/read/get", "get").then().statusCode(200).body(equalTo("run 2, rows 0"));
    }

    @Test
    void postIsNotRetriedAfterLostConnection() {
        killing(notes(), "POST", "/faults/read/post", "post").then().statusCode(500);
    }

    /** A13. */
    @Test
    void connectionLostInTransactionIsErrorAndStoresNothing() {
        String answer = killing(notes(), "POST", "/faults/within/a13", "a13").then().statusCode(200).extract().asString();
        assertThat(answer).matches("(?s)JDBCConnectionException.* \\| RollbackException.*");
        assertThat(rows("a13")).isZero();
        assertThat(rows("a13-2")).isEqualTo(1);
    }

    @Test
    void unitOfWorkIsRetriedAfterLostConnection() {
        killing(notes(), "POST", "/faults/retried/retried", "retried").then().statusCode(200).body(equalTo("run 2"));
        assertThat(count(notes(), "select amount as n from note where name = 'retried'")).isEqualTo(2);
    }

    /** K25, G11: binds commit one after the other in the order of their first use; the error names those committed. */
    @Test
    void partialCommitNamesTheBinds() {
        killing(notes(), "POST", "/faults/commit/two/k25", "k25").then().statusCode(200)
                .body(equalTo("partial, committed [ledger] unknown [<default>] rolled back []"));
        assertThat(rows("k25")).isEqualTo(1);
    }

    @Test
    void failureOfFirstCommitStoresNothing() {
        killing(ledger(), "POST", "/faults/commit/two/first-fails", "first-fails").then().statusCode(200)
                .body(equalTo("unknown ledger, runs 1"));
        assertThat(rows("first-fails")).isZero();
    }

    @Test
    void commitInFlightIsNotRetried() {
        killing(ledger(), "POST", "/faults/commit/one/in-flight", "in-flight").then().statusCode(200)
                .body(equalTo("unknown ledger, runs 1"));
    }

    @Test
    void commitInFlightIsRetriedIfIdempotent() {
        killing(ledger(), "POST", "/faults/idempotent/idempotent", "idempotent").then().statusCode(200).body(equalTo("run 2"));
        assertThat(rows("idempotent")).isEqualTo(1);
    }

    /** E6. */
    @Test
    void deadlockVictimIsRetried() {
        post("/deeds/request/COMMIT/dead").then().statusCode(200);
        post("/deeds/request/COMMIT/lock").then().statusCode(200);
        CompletableFuture<Response> one = start("POST", "/faults/deadlock/dead/lock");
        CompletableFuture<Response> other = start("POST", "/faults/deadlock/lock/dead");
        for (String gate : new String[] { "dead", "lock" }) {
            put("/gates/" + gate + "/reached").then().statusCode(204);
        }
        put("/gates/dead/open");
        put("/gates/lock/open");

        assertThat(new String[] { one.join().asString(), other.join().asString() })
                .containsExactlyInAnyOrder("runs 1", "runs 2");
        assertThat(count(notes(), "select sum(amount) as n from note where name in ('dead', 'lock')")).isEqualTo(4);
    }

    /** MySQL rolls back the statement only; the extension rolls back the rest of the unit of work. */
    @Test
    void lockWaitTimeoutRollsBackUnitOfWork() throws Exception {
        post("/deeds/request/COMMIT/held").then().statusCode(200);
        try (Connection connection = SERVER.connect(notes()); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update note set amount = 5 where name = 'held'");
            String answer = post("/faults/lock/held").then().statusCode(200).extract().asString();
            assertThat(answer).contains("Lock wait timeout exceeded", "was run 2 times");
            connection.rollback();
        }
        assertThat(rows("held-1") + rows("held-2")).isZero();
    }

    @Test
    void optimisticLockFailureIsRetried() {
        post("/deeds/request/COMMIT/race").then().statusCode(200);
        post("/faults/optimistic/race").then().statusCode(200).body(equalTo("runs 2"));
        assertThat(count(notes(), "select amount as n from note where name = 'race'")).isEqualTo(11);
    }

    @Test
    void constraintViolationIsNotRetried() {
        assertThat(post("/faults/hopeless/hopeless").asString()).startsWith("ConstraintViolationException").endsWith("runs 1");
    }
}
