package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/** L19: units of work that read by statement; another connection reads the rows. */
abstract class ReadsByStatement {

    static final String NAME = "kept";

    /** The server commits these itself. */
    private static final Set<WriteWay> OF_THE_SCHEMA = Set.of(WriteWay.DDL, WriteWay.WRITE_IN_A_COMMENT_OF_A_READ);

    abstract DatabaseServer server();

    abstract String database(String bind);

    @BeforeEach
    void oneRow() {
        server().executeIn(database("default"), "delete from note",
                "insert into note (name, amount, version) values ('" + NAME + "', 1, 0)");
        server().executeIn(database("ledger"), "delete from entry", "insert into entry (text) values ('" + NAME + "')");
    }

    List<String> rows() {
        return List.of(server().queryIn(database("default"), "select name, amount, version from note").toString(),
                server().queryIn(database("ledger"), "select text from entry").toString());
    }

    private static final List<String> UNCHANGED = List.of("[{name=kept, amount=1, version=0}]", "[{text=kept}]");

    /** L19: no write is committed by itself, through any API: a rollback takes it back. */
    @Test
    void everyWriteBeginsTheTransaction() {
        SoftAssertions softly = new SoftAssertions();
        int begun = 0;
        for (WriteWay way : WriteWay.values()) {
            if (OF_THE_SCHEMA.contains(way)) {
                continue;
            }
            String outcome = post("/reads/write/{way}/{name}", way, NAME).then().statusCode(200).extract().asString();

            if (way == WriteWay.CHANGED_AND_COMMITTED) {
                softly.assertThat(rows().get(0)).as("%s", way).isEqualTo("[{name=kept, amount=2, version=1}]");
                oneRow();
                continue;
            }
            softly.assertThat(rows()).as("%s: %s", way, outcome).isEqualTo(UNCHANGED);
            if (outcome.equals("begun, returned")) {
                begun++;
            } else {
                // the server or the driver refuses it; in MERGE and the like, what is not flushed has sent nothing
                softly.assertThat(outcome).as("%s", way).startsWith("begun, ").contains("Exception");
            }
        }
        softly.assertThat(begun).isGreaterThan(25);
        softly.assertAll();
    }

    /** L19: a change is flushed before a query that may find it, as in a transaction. */
    @Test
    void changedEntityIsFlushedBeforeNextRead() {
        assertThat(get("/reads/changed/" + NAME).asString()).isEqualTo("2, begun");
        assertThat(rows()).isEqualTo(UNCHANGED);
    }

    @Test
    void changedFieldIsStoredByCommit() {
        assertThat(post("/reads/update/" + NAME).asString()).isEqualTo("2");
        assertThat(rows().get(0)).isEqualTo("[{name=kept, amount=2, version=1}]");
    }

    /** L19: the rows that are still read and the write share a connection, since a pool may have no other. */
    @Test
    void writeDuringStreamJoinsTheConnectionOfTheStream() {
        server().executeIn(database("default"), "insert into note (name, amount, version) values ('second', 1, 0)");

        assertThat(post("/reads/stream").asString()).isEqualTo("2 rows, 1 connection, begun");
        assertThat(rows().get(0)).contains("name=kept, amount=1", "name=second, amount=1");
    }

    /** L19: a connection that has joined a transaction is returned by its end only. */
    @Test
    void closingQueryAfterCommitReturnsNoConnectionTwice() {
        assertThat(post("/reads/query-over-commit").asString()).isEqualTo("1 connection");
        assertThat(rows().get(0)).contains("amount=9");
    }

    @Test
    void transactionalMethodAndIsolationLevelReadInTransaction() {
        assertThat(get("/reads/transactional").asString()).isEqualTo("begun");
        assertThat(get("/reads/isolated").asString()).isEqualTo("begun");
        assertThat(get("/reads/joined").asString()).isEqualTo("none, begun, none");
    }
}
