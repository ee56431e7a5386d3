package io.quarkiverse.binds.test.dynamic;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.support.Await;
import io.quarkus.test.junit.QuarkusTest;

/** G5: the request selects the database, for every way of working with it. */
@QuarkusTest
class ChosenPerRequestTest extends OnMySql {

    /** More ids than Hibernate reserves from a sequence at a time. */
    private static final int MANY = 120;

    @Test
    void rowsAreStoredInTheDatabaseOfTheHeader() {
        schemas.create("a", "b");
        List<String> ways = List.of("", "/sql", "/data-source", "/transactional", "/both");

        for (String way : ways) {
            for (String key : List.of("a", "b")) {
                as(key).queryParam("text", key + way).post("/notes" + way).then().statusCode(anyOf(is(200), is(204)));
            }
        }
        for (String key : List.of("a", "b")) {
            given().queryParam("text", key + "/run").post("/run/" + key).then().statusCode(204);
            given().queryParam("text", key + "/thread").post("/run/" + key + "/thread").then().statusCode(204);
        }

        for (String key : List.of("a", "b")) {
            List<String> texts = schemas.notes(key);
            assertThat(texts).containsExactlyInAnyOrder(key, key + "/sql", key + "/data-source", key + "/transactional",
                    key + "/both", key + "/run", key + "/thread");
            as(key).get("/notes").then().statusCode(200).body("$", equalTo(texts));
            as(key).get("/notes/sql").then().statusCode(200).body("$", equalTo(texts));
            as(key).get("/notes/data-source").then().statusCode(200).body(equalTo(String.join(",", texts)));
        }
        assertThat(schemas.tables("main")).doesNotContain("note");
    }

    /** E7: a dynamic bind has all operations of other binds. */
    @Test
    void unitOfWorkHasAllOperations() {
        schemas.create("unit");
        List<Integer> ids = as("unit").post("/notes/many?text=n&times=4").then().statusCode(200).extract().jsonPath()
                .getList("$");

        get("/run/unit/{id}", ids.get(0)).then().statusCode(200).body(is("n0"));
        get("/run/unit/{id}", -1).then().statusCode(404).body(is("No such note"));
        as("unit").get("/notes/of/{id}", ids.get(1)).then().statusCode(200).body(is("n1"));
        as("unit").get("/notes/of/-1").then().statusCode(404);
        as("unit").get("/notes/page/0").then().body("$", contains("n0", "n1", "n2"));
        as("unit").get("/notes/page/1").then().body("$", contains("n3"));
        as("unit").get("/notes/query/n2").then().body(is("1"));
        get("/run/unit/isolation").then().body(is("SERIALIZABLE REPEATABLE-READ"));
        post("/run/unit/retried?text=again").then().statusCode(200).body(is("2"));
        assertThat(schemas.query("unit", "select amount from note where text = 'again'").toString()).isEqualTo("[{amount=11}]");
    }

    /** Units of work nest without effect on each other. */
    @Test
    void unitsOfWorkOfSeveralDatabasesNest() {
        schemas.create("request", "outer", "inner");

        as("request").queryParam("text", "x").post("/run/inner/within/outer").then().statusCode(204);

        assertThat(schemas.notes("request")).containsExactlyInAnyOrder("request-x", "request-again-x");
        assertThat(schemas.notes("outer")).containsExactlyInAnyOrder("outer-x", "outer-again-x");
        assertThat(schemas.notes("inner")).containsExactly("inner-x");
    }

    /** G3: neither asking for the database nor working on it opens another connection or pool. */
    @Test
    void hundredCallsUseOneConnection() throws SQLException {
        schemas.create("hundred");
        get("/databases/tenants/of/hundred").then().statusCode(200).body("isOpen", is(true));
        try (Connection connection = schemas.server().connect("")) {
            // the server counts the logins of all, so that one of them may be of somebody else
            Await.until("a hundred calls without a login", LONG, () -> {
                long before = logins(connection);
                List<Integer> ids = get("/databases/tenants/of/hundred/connections?calls=100").then().statusCode(200)
                        .extract().jsonPath().getList("$");
                assertThat(ids).hasSize(1);
                return logins(connection) == before;
            });
        }
        long opened = stats("tenants").getLong("opened");
        for (int i = 0; i < 100; i++) {
            as("hundred").get("/notes/sql").then().statusCode(200);
        }
        // the end of a request overlaps the next request
        assertThat(schemas.connections("hundred")).hasSizeBetween(1, 3);
        assertThat(stats("tenants").getLong("opened")).isEqualTo(opened);
    }

    private static long logins(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show global status like 'Connections'")) {
            row.next();
            return row.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** G3. */
    @ParameterizedTest
    @ValueSource(strings = { "nowhere", "<default>" })
    void otherBindIsAnsweredWithTheDynamicOnes(String bind) {
        get("/databases/{bind}", bind).then().statusCode(500)
                .body(containsString("archive"), containsString("tenants"), containsString("updated"),
                        containsString("validated"), containsString(bind));
    }

    @ParameterizedTest
    @ValueSource(strings = { "../a", "a b", "a`b", "a%2e", "a/../b", "a?b=c", "a;drop", "ä",
            "a123456789012345678901234567890123456789012345678901234567890123456789" })
    void invalidKeyIsNotFound(String key) {
        long failed = stats("tenants").getLong("failed");

        as(key).get("/notes").then().statusCode(404);
        as(key).get("/notes/sql").then().statusCode(404);

        assertThat(keys("tenants")).doesNotContain(key);
        assertThat(stats("tenants").getLong("failed")).as("nothing was tried").isEqualTo(failed);
    }

    /** A database created later is found. */
    @Test
    void databaseUnknownToTheServerIsNotFound() {
        for (String path : List.of("/notes", "/notes/sql")) {
            as("later").get(path).then().statusCode(404);
        }
        given().get("/databases/tenants/of/later").then().statusCode(404);
        given().queryParam("text", "x").post("/run/later").then().log().ifValidationFails().statusCode(404);
        given().get("/databases/archive/of/later").then().statusCode(404);
        assertThat(keys("tenants")).doesNotContain("later");

        schemas.create("later");

        Await.until("it is found", LONG,
                () -> as("later").get("/notes").statusCode() == 200);
    }

    @Test
    void requestWithoutKeyIsNotFound() {
        get("/notes").then().statusCode(404);
        assertThat(get("/told/tenants").asString()).contains("Exception", "'tenants'", "DatabaseSelector");
    }

    /** Section 5.7 of the design: within one unit of work, by every way to the database. */
    @ParameterizedTest
    @ValueSource(strings = { "panache", "read", "sql", "session", "data-source", "transactional", "panache-after-commit",
            "read-after-commit", "sql-after-commit", "session-after-commit", "data-source-after-commit",
            "transactional-after-commit" })
    void otherDatabaseWithinUnitOfWorkIsRefused(String how) {
        schemas.create("first-" + how, "second-" + how);

        String outcome = post("/switch/first-{how}/second-{how}/{how}", how, how, how).then().statusCode(200).extract()
                .asString();

        assertThat(outcome).contains("IllegalStateException", "'first-" + how + "'", "'second-" + how + "'", "tenants");
        if (!how.startsWith("transactional")) {
            assertThat(outcome).as("it goes on with the first").endsWith(" / 1");
        }
        assertThat(schemas.tables("second-" + how)).as("it was not even opened").isEmpty();
    }

    /** Another database is allowed in a unit of work of its own, or before the first work. */
    @Test
    void otherDatabaseInItsOwnUnitOfWorkIsUsed() {
        schemas.create("first", "second");

        for (String how : List.of("run", "unit", "run-after-commit", "unit-after-commit")) {
            post("/switch/first/second/{how}", how).then().statusCode(200).body(is("done / 1"));
        }
        post("/switch/first/second/before-any-work").then().statusCode(204);

        assertThat(schemas.notes("second")).containsExactly("second", "second", "second", "second", "before-any-work");
        assertThat(schemas.notes("first")).allMatch(text -> text.endsWith("-after-commit")).hasSize(2);
    }

    /** Each database has a sequence of its own, from which Hibernate reserves fifty values at a time. */
    @Test
    void idsComeFromTheSequenceOfTheirDatabase() {
        schemas.create("ids-a", "ids-b");
        for (int i = 0; i < 3; i++) {
            for (String key : List.of("ids-a", "ids-b")) {
                addMany(key, MANY / 3 + 5);
            }
        }
        for (String key : List.of("ids-a", "ids-b")) {
            // two applications, or one after a restart, take from the same sequence
            assertThat(schemas.query(key, "select count(*) as n, min(id) as least from note").toString())
                    .isEqualTo("[{n=" + 3 * (MANY / 3 + 5) + ", least=1}]");
        }
    }

    /** Values reserved from the sequence of a dropped database must not be used in a new one of the same name. */
    @Test
    void idsOfDroppedDatabaseAreNotUsedInItsSuccessor() {
        schemas.create("again");
        addMany("again", 5);
        assertThat(close("tenants", "again")).isTrue();
        schemas.drop("again");
        schemas.create("again");

        // the remaining reserved values would collide with new ones
        Set<Integer> ids = new TreeSet<>();
        IntStream.range(0, 4).forEach(i -> ids.addAll(addMany("again", MANY / 4)));

        assertThat(ids).hasSize(MANY).contains(1);
        assertThat(schemas.notes("again")).hasSize(MANY);
    }

    private static List<Integer> addMany(String key, int times) {
        return as(key).queryParam("text", "n").queryParam("times", times).post("/notes/many").then().statusCode(200).extract()
                .jsonPath().getList("$");
    }
}
