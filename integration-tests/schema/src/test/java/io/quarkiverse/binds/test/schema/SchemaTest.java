package io.quarkiverse.binds.test.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** H1, H2: tables of the entities, created, dropped and read. */
@QuarkusTest
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mysql:schema"))
@QuarkusTestResource(value = MariaDbTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mariadb:schema"))
@QuarkusTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "postgresql:schema"))
class SchemaTest {

    private static final List<String> FIXED = List.of("mysql", "mariadb", "postgresql", "h2");

    @BeforeEach
    void noTables() {
        FIXED.forEach(bind -> ok(given().delete("/schema?bind=" + bind)));
    }

    private static JsonPath ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
        return response.jsonPath();
    }

    private static JsonPath create(String query) {
        return ok(given().post("/schema" + query));
    }

    /**
     * MySQL and MariaDB have no sequences in Hibernate's dialects of both: one is a table of MySQL, a sequence of the others.
     */
    private static List<String> expected(String bind) {
        return bind.equals("mysql") ? List.of("author", "book", "book_seq") : List.of("author", "book");
    }

    private static List<String> tables(String bind) {
        return ok(given().get("/schema/" + bind + "/tables")).getList("name");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void createAllReturnsTheTablesThatItCreated(String bind) {
        assertThat(create("?bind=" + bind).getList(bind)).isEqualTo(expected(bind));
        assertThat(tables(bind)).containsExactlyInAnyOrderElementsOf(expected(bind));

        assertThat(create("?bind=" + bind).getList(bind)).as("the second time").isEmpty();
    }

    @Test
    void createAllWithoutNamesTakesAllBindsWithADatabase() {
        Map<String, List<String>> created = create("").getMap("");

        assertThat(created).containsOnlyKeys("empty", "h2", "mariadb", "mysql", "postgresql");
        assertThat(created.get("empty")).isEmpty();
        FIXED.forEach(bind -> assertThat(created.get(bind)).as(bind).isEqualTo(expected(bind)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void existingTablesStayAsTheyAre(String bind) {
        sql(bind, "create table author (id bigint primary key)");

        assertThat(given().post("/schema?bind=" + bind).asString()).contains("book").doesNotContain("\"author\"");
        assertThat(ok(given().get("/schema/" + bind + "/tables")).getList("find { it.name == 'author' }.columns.name"))
                .containsExactly("id");
    }

    private static void sql(String bind, String statement) {
        given().queryParam("sql", statement).post("/schema/" + bind + "/sql").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void dropAllLeavesTheTablesOfOthers(String bind) {
        create("?bind=" + bind);
        sql(bind, "create table legacy (id int)");
        try {
            assertThat(ok(given().delete("/schema?bind=" + bind)).getList(bind)).isEqualTo(expected(bind));
            assertThat(tables(bind)).containsExactly("legacy");
        } finally {
            sql(bind, "drop table legacy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void nothingIsDroppedIfAnotherTableRefersToOne(String bind) {
        create("?bind=" + bind);
        sql(bind,
                "create table legacy (author_id bigint, constraint legacy_author foreign key (author_id) references author (id))");
        try {
            Response refused = given().delete("/schema?bind=" + bind);

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(500);
            assertThat(refused.asString()).contains("no table was dropped", "legacy_author", "drop it first");
            assertThat(ok(given().get("/schema/" + bind + "/tables")).getList("find { it.name == 'book' }.foreignKeys.name"))
                    .containsExactly("book_author");
        } finally {
            sql(bind, "drop table legacy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void tableIsReadWithAllThatBelongsToIt(String bind) {
        create("?bind=" + bind);
        JsonPath tables = ok(given().get("/schema/" + bind + "/tables"));

        String author = "find { it.name == 'author' }.";
        assertThat(tables.getList(author + "columns.name")).containsExactlyInAnyOrder("id", "name");
        assertThat(tables.getBoolean(author + "columns.find { it.name == 'id' }.identity")).isTrue();
        assertThat(tables.getString(author + "columns.find { it.name == 'name' }.type").toLowerCase()).matches(".*\\(50\\)");
        assertThat(tables.getString(author + "columns.find { it.name == 'name' }.comment")).isEqualTo("as on the cover");
        assertThat(tables.getList(author + "primaryKey")).containsExactly("id");
        assertThat(tables.getList(author + "indexes.findAll { it.unique }.columns")).containsExactly(List.of("name"));

        String book = "find { it.name == 'book' }.";
        assertThat(tables.getBoolean(book + "columns.find { it.name == 'title' }.nullable")).isTrue();
        assertThat(tables.getBoolean(book + "columns.find { it.name == 'price' }.nullable")).isFalse();
        assertThat(tables.getString(book + "columns.find { it.name == 'price' }.type").replace(" ", "")).endsWith("(10,2)");
        assertThat(tables.getString(book + "columns.find { it.name == 'title' }.defaultValue")).isNull();
        assertThat(tables.getList(book + "indexes.find { it.name == 'book_title_price' }.columns"))
                .containsExactly("title", "price");
        assertThat(tables.getBoolean(book + "indexes.find { it.name == 'book_title_price' }.unique")).isFalse();
        assertThat(tables.getString(book + "foreignKeys[0].name")).isEqualTo("book_author");
        assertThat(tables.getList(book + "foreignKeys[0].columns")).containsExactly("author_id");
        assertThat(tables.getString(book + "foreignKeys[0].referencedTable")).isEqualTo("author");
        assertThat(tables.getList(book + "foreignKeys[0].referencedColumns")).containsExactly("id");
        assertThat(tables.getString(book + "foreignKeys[0].onDelete")).isEqualTo("CASCADE");
        assertThat(tables.getList(book + "checks.name")).contains("book_price");
        assertThat(tables.getString(book + "checks.find { it.name == 'book_price' }.condition")).contains("price")
                .contains("0");
    }

    @Test
    void tablesOfADynamicBindAreThoseOfTheSelectedDatabase() {
        assertThat(ok(given().post("/schema/tenants/one")).getList("tenants")).containsExactly("visit");

        assertThat(ok(given().get("/schema/tenants/one")).getList("")).containsExactly("VISIT");
        assertThat(ok(given().get("/schema/tenants/two")).getList("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void errorNamesTheTablesCreatedBefore(String bind) {
        sql(bind, "create table author (id varchar(9))"); // no foreign key can refer to it

        Response failed = given().post("/schema?bind=" + bind);

        assertThat(failed.statusCode()).as(failed.asString()).isEqualTo(500);
        assertThat(failed.asString()).contains("bind '" + bind + "'", "created before: book");
    }

    @Test
    void unknownBindIsRefusedBeforeAnythingIsCreated() {
        Response refused = given().post("/schema?bind=mysql&bind=nope");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).contains("nope", "mysql");
        assertThat(tables("mysql")).isEmpty();
    }

    @Test
    void transactionOfTheThreadIsRefused() {
        for (String path : List.of("/schema/mysql/after-a-read", "/schema/mysql/transactional")) {
            Response refused = given().post(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(500);
            assertThat(refused.asString()).as(path).contains("Cannot create tables", "db.commit() or db.rollback()");
        }
        assertThat(ok(given().post("/schema/mysql/after-a-read?commit=true")).getList("mysql")).isEqualTo(expected("mysql"));
    }

    @Test
    void readOnlyUnitOfWorkCreatesNothing() {
        Response refused = given().post("/schema/mysql/read-only");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).contains("read-only");
        assertThat(tables("mysql")).isEmpty();
    }
}
