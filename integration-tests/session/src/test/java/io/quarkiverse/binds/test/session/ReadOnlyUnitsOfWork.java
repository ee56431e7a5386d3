package io.quarkiverse.binds.test.session;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.test.databases.DatabaseServer;

/** L6: every way to write, at every entry point of a read-only unit of work; another connection reads the rows. */
abstract class ReadOnlyUnitsOfWork {

    private static final String NAME = "kept";

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

    @ParameterizedTest
    @CsvSource({ "request, POST /read-only-unit/request/", "request-after-read, POST /read-only-unit/request-after-read/",
            "run, The unit of work of db.call", "transactional, POST /read-only-unit/transactional/" })
    void everyWriteIsRefusedNamingItsKindAndTheUnitOfWork(String place, String unitOfWork) {
        SoftAssertions softly = new SoftAssertions();
        for (WriteWay way : WriteWay.values()) {
            String outcome = post("/read-only-unit/{place}/{way}/{name}", place, way, NAME).asString();

            softly.assertThat(outcome).as("%s, %s", place, way).contains("is read-only", way.kind(), unitOfWork,
                    "begin it without readOnly");
            softly.assertThat(rows()).as("%s, %s", place, way).isEqualTo(UNCHANGED);
        }
        softly.assertAll();
    }

    /** The flush at the end of the unit of work finds the change, and the response is an error. */
    @Test
    void changeFoundByFinalFlushIsAnError() {
        post("/read-only-unit/policy/" + NAME).then().statusCode(500);
        assertThat(post("/read-only-unit/policy-of-run/" + NAME).asString())
                .contains("The unit of work of db.call is read-only and refuses an UPDATE");
        assertThat(rows()).isEqualTo(UNCHANGED);
    }

    @Test
    void innerUnitOfWorkMayWrite() {
        post("/read-only-unit/inner/added").then().statusCode(200);

        assertThat(rows().get(0)).contains("name=kept", "name=added");
    }

    @Test
    void readsGiveTheSameAsElsewhere() {
        assertThat(get("/read-only-unit/read").then().statusCode(200).extract().asString()).isEqualTo("3")
                .isEqualTo(get("/read-only-unit/read-usual").asString());
    }

    /** The connection is writable for the next unit of work. */
    @Test
    void nextUnitOfWorkWritesOnTheSameConnection() {
        for (int i = 0; i < 20; i++) {
            get("/read-only-unit/read").then().statusCode(200);
            post("/deeds/request/COMMIT/after-" + i).then().statusCode(200);
        }

        assertThat(rows().get(0)).contains("name=after-0", "name=after-19");
    }
}
