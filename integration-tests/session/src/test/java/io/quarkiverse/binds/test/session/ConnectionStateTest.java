package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * E8: saving commands loses no write, shows no stale row and leaks no state to the next borrower. The pool has one
 * connection, so each borrower gets that of the previous one.
 */
@QuarkusTest
@TestProfile(OneConnectionProfile.class)
class ConnectionStateTest extends OnMySql {

    private static final String USUAL = " 1 REPEATABLE-READ";

    @Test
    void readSeesRowsCommittedByOtherClientSince() {
        note("fresh");
        for (String path : new String[] { "/hand/amount/fresh", "/hand/unit-amount/fresh" }) {
            amount("fresh", 1);
            assertThat(get(path).asString()).as(path).isEqualTo("1");
            assertThat(openTransactions()).as(path).isEmpty();
            amount("fresh", 2);
            assertThat(get(path).asString()).as(path).isEqualTo("2");
        }
    }

    /** An open transaction has a metadata lock, for which the other client would wait. */
    @Test
    void readLeavesNoMetadataLock() {
        note("unlocked");
        for (String path : new String[] { "/hand/amount/unlocked", "/hand/unit-amount/unlocked" }) {
            get(path).then().statusCode(200);
            nothingIsBorrowed();
            alter("comment 'after " + path.replace('/', ' ') + "'");
        }
    }

    /** Columns that are named, and {@code select *}. */
    @Test
    void addedColumnIsReadOnIdleConnection() {
        note("altered");
        amount("altered", 3);
        String connection = get("/hand/state").asString();
        for (int i = 0; i < 2; i++) {
            get("/hand/columns/altered").then().statusCode(200).body("$", contains(4, 4));
            get("/hand/unit-amount/altered").then().body(equalTo("3"));
        }
        nothingIsBorrowed();
        alter("add column remark varchar(20) not null default 'new' after name");
        try {
            for (int i = 0; i < 2; i++) {
                get("/hand/columns/altered").then().statusCode(200).body("$", contains(5, 5));
                get("/hand/unit-amount/altered").then().body(equalTo("3"));
            }
            post("/hand/insert/altered-2").then().body(is("1"));
            assertThat(get("/hand/state").asString()).as("on the same connection").isEqualTo(connection);
        } finally {
            nothingIsBorrowed();
            alter("drop column remark");
        }
        get("/hand/columns/altered").then().statusCode(200).body("$", contains(4, 4));
    }

    @Test
    void statementWithoutTransactionIsCommitted() {
        get("/hand/unit-amount/none"); // the previous borrower has left the connection without autocommit
        post("/hand/insert/by-hand").then().body(is("1"));
        assertThat(rows("by-hand")).isOne();
    }

    @Test
    void abandonedTransactionIsRolledBack() {
        note("forgotten");
        post("/hand/forgotten/forgotten").then().body(is("1"));
        isFree("forgotten");
        assertThat(get("/hand/amount/forgotten").asString()).isEqualTo("0");
        assertThat(get("/hand/state").asString()).endsWith(USUAL);
    }

    /** A driver that assumes no transaction would send no ROLLBACK, and the row would stay locked. */
    @Test
    void failedFirstStatementLeavesNoLock() {
        note("locked");
        post("/hand/failing/locked").then().statusCode(200).body(containsString("cannot be null"));
        isFree("locked");
        assertThat(get("/hand/state").asString()).endsWith(USUAL);
    }

    @Test
    void autocommitSwitchedOffByStatementDoesNotLeak() {
        String usual = get("/hand/state").asString();
        post("/hand/session/set autocommit=0/autocommit-off").then().statusCode(200);
        nothingIsBorrowed();
        assertThat(openTransactions()).isEmpty();
        assertThat(get("/hand/state").asString()).isEqualTo(usual);
        post("/hand/insert/autocommit-kept").then().body(is("1"));
        assertThat(rows("autocommit-kept")).isOne();
    }

    @Test
    void autocommitSwitchedOnByStatementDoesNotLeak() {
        post("/hand/unit-session/set autocommit=1").then().statusCode(200);
        post("/deeds/request/ROLLBACK/autocommit-on").then().statusCode(200);
        post("/deeds/request/FLUSH/autocommit-on-2").then().statusCode(200);
        assertThat(rows("autocommit-on") + rows("autocommit-on-2")).isZero();
    }

    @Test
    void isolationLevelSetByJdbcDoesNotLeak() {
        assertThat(post("/hand/isolation").asString()).isEqualTo("SERIALIZABLE");
        assertThat(get("/hand/state").asString()).endsWith(USUAL);
        assertThat(get("/options/usual").asString()).endsWith(" REPEATABLE-READ");
    }

    /** A driver that caches the level would not set it again. */
    @Test
    void isolationLevelSetByStatementDoesNotHideThatOfUnitOfWork() {
        post("/hand/session/set session transaction isolation level read uncommitted/level").then().statusCode(200);
        try {
            assertThat(get("/options/serializable").asString()).contains(" SERIALIZABLE, ");
        } finally {
            post("/hand/session/set session transaction isolation level repeatable read/level-2");
        }
        assertThat(get("/hand/state").asString()).endsWith(USUAL);
    }

    private static void note(String name) {
        SERVER.executeIn(notes(), "insert into note (name, amount, version) values ('" + name + "', 0, 0)");
    }

    private static void amount(String name, int amount) {
        SERVER.executeIn(notes(), "update note set amount = " + amount + " where name = '" + name + "'");
    }

    /** Alters the table as another client, with a lock wait timeout. */
    private static void alter(String what) {
        SERVER.executeIn(notes(), "set lock_wait_timeout = 1", "alter table note " + what);
    }

    private static void isFree(String name) {
        nothingIsBorrowed();
        assertThat(openTransactions()).isEmpty();
        SERVER.queryIn(notes(), "select id from note where name = ? for update nowait", name);
    }
}
