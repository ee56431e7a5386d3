package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** I1: chunks of a selection, their transactions, failures and continuation, on each kind of database. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class SelectionChunksTest {

    @ParameterizedTest
    @EnumSource
    void failedChunkIsRolledBackAndItsCursorGoesOn(Kind kind) {
        Entries entries = new Entries(kind).reset(100);
        String token = entries.token(EntryQueries.ALL);

        EntryResource.Result failed = entries.process(token, "size", 30, "failAt", 75);
        assertThat(failed.failure()).contains("EntryOn").contains("after 60 of 100 rows").contains("resumeAt")
                .endsWith(" / number 75 fails / 60");
        assertThat(entries.processed(1)).isEqualTo(IntStream.rangeClosed(1, 60).boxed().toList());

        EntryResource.Result resumed = entries.process(token, "size", 30, "cursor", failed.cursor());
        assertThat(resumed.rows()).isEqualTo(40);
        assertThat(resumed.progress()).containsExactly(90L, 100L);
        assertThat(entries.processed(1)).hasSize(100);

        EntryResource.Result ended = entries.process(token, "cursor", resumed.cursor());
        assertThat(ended.rows()).as("at the end").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cursorGoesOnWithinAddedRows(Kind kind) {
        Entries entries = new Entries(kind).reset(10);
        String token = entries.token(EntryQueries.NONE);
        Object with = entries.ids(2, 4, 6, 8);
        EntryResource.Result failed = entries.process(token, "with", with, "size", 1, "failAt", 6);
        EntryResource.Result resumed = entries.process(token, "with", with, "size", 1, "cursor", failed.cursor());
        assertThat(resumed.rows()).isEqualTo(2);
        assertThat(entries.processed(1)).containsExactly(2, 4, 6, 8);
    }

    /** The exception of the work decides about the response; a cursor stored by each chunk makes the job go on. */
    @ParameterizedTest
    @EnumSource
    void cursorStoredWithEachChunkGoesOnAfterAFailure(Kind kind) {
        Entries entries = new Entries(kind).reset(100);
        String job = "/" + kind.bind() + "/jobs";
        put(job).then().statusCode(204);
        given().queryParam("size", 9).queryParam("conflictAt", 50).post(job).then().statusCode(409)
                .body(containsString("number 50"));
        assertThat(entries.processed(1)).hasSize(45);
        entries.add(3);
        assertThat(given().queryParam("size", 9).post(job).then().statusCode(200).extract().asString()).isEqualTo("55");
        assertThat(entries.processed(1)).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void cursorOfAnotherSelectionIsRefused(Kind kind) {
        Entries entries = new Entries(kind).reset(20);
        String token = entries.token(EntryQueries.ALL);
        String cursor = entries.process(token, "size", 10).cursor();
        entries.send("process", token, "cursor", cursor, "without", entries.ids(5)).then().statusCode(400)
                .body(containsString("cursor of the selection"));
        entries.send("process", entries.token(EntryQueries.SHOWN), "cursor", cursor).then().statusCode(400)
                .body(containsString("cursor of the selection"));
        entries.send("process", token, "cursor",
                cursor.substring(0, 5) + (cursor.charAt(5) == 'A' ? "B" : "A") + cursor.substring(6)).then().statusCode(400)
                .body(containsString("cursor of the selection"));
        entries.send("process", token, "cursor", "").then().statusCode(400).body(containsString("missing"));
    }

    @Test
    void tenantsHaveTheirOwnSelections() {
        put("/tickets/one/5").then().statusCode(204);
        put("/tickets/two/3").then().statusCode(204);
        String token = given().get("/tickets/one").then().statusCode(200).extract().asString();

        given().body(token).post("/tickets/two").then().statusCode(400).body(containsString("another database"));
        given().body(token).post("/tickets/one").then().statusCode(200).body(containsString("5 of 5"));
        given().post("/tickets/one/query-of/two").then().statusCode(200).body(containsString("'two'"));
        given().post("/tickets/one/query-of/one").then().statusCode(200).body(containsString("count 5"));
        given().body(token).post("/tickets/one/within/two").then().statusCode(200).body(containsString("9"));
    }
}
