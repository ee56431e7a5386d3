package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionTest extends OnMySql {

    /**
     * C1, C7, C11, G9, K1: one session per request and bind, however it is injected, also in library code; another one in
     * the next request.
     */
    @Test
    void oneSessionPerRequestAndBind() {
        String[] first = get("/sessions/ids").asString().split(" ");
        String[] second = get("/sessions/ids").asString().split(" ");

        assertThat(first).hasSize(7);
        assertThat(first[0]).isEqualTo(first[1]).isEqualTo(first[2]).isEqualTo(first[3]);
        assertThat(first[4]).isEqualTo(first[5]).isEqualTo(first[6]).isNotEqualTo(first[0]);
        assertThat(second).doesNotContain(first);
    }

    /** K2: one connection while the request works, none afterwards, and no row. */
    @Test
    void firstStatementBorrowsConnection() {
        get("/sessions/untouched").then().body("notes", is(0)).body("ledger", is(0));
        post("/sessions/borrowed/k2").then().body("notes", is(1)).body("ledger", is(0));
        assertThat(rows("k2")).isZero();
    }

    /** A14: the changes of the failed commit are discarded, the session is fresh, and the request goes on. */
    @Test
    void failedCommitLeavesFreshSession() {
        post("/sessions/failed-commit/a14").then().statusCode(200).body(equalTo("ConstraintViolationException 2 false"));
        assertThat(rows("a14")).isEqualTo(2);
        assertThat(rows("a14-2")).isZero();
        assertThat(rows("a14-3")).isEqualTo(1);
    }

    /** K20: 404 with the description in the body. */
    @Test
    void missingRowIs404() {
        post("/deeds/request/COMMIT/k20-b").then().statusCode(200);
        post("/deeds/request/COMMIT/k20-a").then().statusCode(200);
        long id = count(notes(), "select id as n from note where name = 'k20-a'");

        get("/sessions/404/get/" + id).then().statusCode(200).body(equalTo("k20-a true"));
        get("/sessions/404/get/0").then().statusCode(404).body(equalTo("There is no Note 0"));
        get("/sessions/404/get/0?text=gone").then().statusCode(404).contentType("text/plain").body(equalTo("gone"));
        get("/sessions/404/first/k20-_").then().statusCode(200).body(equalTo("k20-a"));
        get("/sessions/404/first/k20-x").then().statusCode(404).body(equalTo("no note like that"));
        get("/sessions/404/one/k20-a").then().statusCode(200).body(equalTo("k20-a"));
        get("/sessions/404/one/k20-_").then().statusCode(404).body(equalTo("not one note"));
        get("/sessions/404/one/k20-x").then().statusCode(404).body(equalTo("not one note"));
    }
}
