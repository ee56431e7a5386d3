package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** I2: cursors, orders and queries that are refused, each with the reason. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class KeysetRefusalsTest {

    @BeforeEach
    void rows() {
        given().put("/h2/items/numbered/25").then().statusCode(204);
    }

    private static String cursor(String path) {
        String cursor = given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().path("next");
        assertThat(cursor).isNotNull();
        return cursor;
    }

    private static void isRefused(String path, String reason) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isEqualTo(400);
        assertThat(response.asString()).as(path).contains(reason);
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        String cursor = cursor("/h2/items/filtered/1?per_page=5");
        given().get("/h2/items/filtered/1?after=" + cursor).then().statusCode(200);
        given().get("/h2/items/filtered/1?before=" + cursor).then().statusCode(200);
        for (String other : List.of("/h2/items/filtered/2", "/h2/items", "/h2/items/sorted?order=number%20desc",
                "/h2/items/criteria/1", "/mysql/items/filtered/1")) {
            isRefused(other + (other.contains("?") ? "&" : "?") + "after=" + cursor, "another query");
        }
    }

    @Test
    void cursorOfAnotherParameterIsRefused() {
        String list = cursor("/h2/items/listed?label=label%201&label=label%202&per_page=5");
        given().get("/h2/items/listed?label=label 1&label=label 2&after=" + list).then().statusCode(200);
        isRefused("/h2/items/listed?label=label%201&after=" + list, "another query");
        isRefused("/h2/items/listed?label=label%202&label=label%201&after=" + list, "another query");
        String criteria = cursor("/h2/items/criteria/1?per_page=5");
        given().get("/h2/items/criteria/1?after=" + criteria).then().statusCode(200);
        isRefused("/h2/items/criteria/2?after=" + criteria, "another query");
    }

    @Test
    void damagedCursorIsRefusedWithTheReason() {
        String cursor = cursor("/h2/items?per_page=5");
        isRefused("/h2/items?after=" + (cursor.startsWith("B") ? "C" : "B") + cursor.substring(1), "changed");
        isRefused("/h2/items?after=" + cursor.substring(0, 10), "incomplete");
        isRefused("/h2/items?before=A", "damaged");
        isRefused("/h2/items?after=%25%20", "damaged");
        isRefused("/h2/items?after=" + cursor + "A", "");
    }

    @Test
    void numberAndCursorDoNotMix() {
        String cursor = cursor("/h2/items?per_page=5");
        isRefused("/h2/items?page=1", "'page' cannot be used here");
        isRefused("/h2/items?page=2&after=" + cursor, "'page' cannot be used here");
        isRefused("/h2/items?after=" + cursor + "&before=" + cursor, "cannot be used together");
        isRefused("/h2/items/numbers?after=" + cursor, "'after' cannot be used here");
        isRefused("/h2/items/numbers?before=x", "'before' cannot be used here");
    }

    /** A list by number that reads no cursors can have a parameter of its own with their names. */
    @Test
    void parameterNamedAfterIsTheApplicationsOwn() {
        given().get("/h2/todos?after=2024-01-01&before=x").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "from Item order by lower(label) | lower(",
            "from Item order by number + 1 | number",
            "from Item order by size(tags) | tags",
            "select distinct i from Item i join i.tags t order by t | several values",
            "from Item order by parent | parent",
            "from Item order by box | box",
            "from Item order by secret | @ColumnTransformer",
            "from Item order by fraction | use BigDecimal",
            "from Item order by length | unsupported type java.time.Duration",
            "from Item order by digest | digest",
            "from Item order by essay | essay",
            "select i.number from Item i | selects something else",
            "select i, i.number from Item i | selects something else",
            "select p from Item i join i.parent p | selects something else",
            "from Item a, Item b | several entities",
            "select i from Item i join i.tags t | select distinct",
            "select i from Item i join Item j on j.number = i.number | select distinct",
            "from Item i order by i.number limit 3 | limit",
            "select i from Item i group by i | groups",
            "from Item union all from Item | union" })
    void queryThatHasNoCursorIsRefusedWithTheReason(String hql, String reason) {
        String refused = given().queryParam("query", hql).get("/h2/items/hql").then().statusCode(200).extract()
                .path("refused");
        assertThat(refused).as(hql).contains(reason).contains("db.paginate");
    }

    @Test
    void limitOfTheQueryIsRefused() {
        assertThat((String) given().queryParam("query", "from Item").queryParam("max", 5).get("/h2/items/hql").then()
                .statusCode(200).extract().path("refused")).contains("setMaxResults");
    }

    @Test
    void nativeSqlIsRefused() {
        assertThat((String) given().get("/h2/items/sql").then().statusCode(200).extract().path("refused"))
                .contains("native SQL");
    }

    /** Texts in a column that is mapped as a type ENUM have no position in it, by which MySQL would sort them. */
    @ParameterizedTest
    @EnumSource(names = { "MYSQL", "MARIADB" })
    void columnThatIsNoEnumIsRefusedIfItIsMappedAsOne(Kind kind) {
        given().put("/" + kind.bind() + "/items/numbered/5").then().statusCode(204);
        DatabaseServer server = Databases.of(kind);
        String path = "/" + kind.bind() + "/items/hql";
        assertThat((String) given().queryParam("query", "from Item order by tone").get(path).path("refused")).isNull();
        server.executeIn(Databases.NAME, "alter table " + kind.itemTable() + " modify tone varchar(10)");
        try {
            assertThat((String) given().queryParam("query", "from Item order by tone").get(path).path("refused"))
                    .contains("tone", "its column is none", "@JdbcTypeCode(SqlTypes.VARCHAR)", "db.paginate");
        } finally {
            server.executeIn(Databases.NAME,
                    "alter table " + kind.itemTable() + " modify tone enum('BLUE', 'GREEN', 'RED')");
        }
    }
}
