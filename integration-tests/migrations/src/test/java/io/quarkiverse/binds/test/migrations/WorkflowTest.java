package io.quarkiverse.binds.test.migrations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
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
import io.restassured.specification.RequestSpecification;

/** H7, H9, K6: the way from a changed entity to an applied, checked and reverted script. */
@QuarkusTest
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "flow-mysql:flow"))
@QuarkusTestResource(value = MariaDbTestResource.class, initArgs = @ResourceArg(name = "databases", value = "flow-mariadb:flow"))
@QuarkusTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "flow-postgresql:flow"))
class WorkflowTest {

    @TempDir
    Path directory;

    private String bind;

    private void begin(String kind) {
        bind = "flow-" + kind;
        for (String table : List.of("flow_book", "flow_author", "flow_legacy", "flyway_schema_history")) {
            sql("drop table if exists " + table);
        }
        sql("create table flow_book (id bigint not null, caption varchar(50), isbn varchar(255), pages integer, primary key (id))");
        sql("insert into flow_book (id, caption, isbn, pages) values (1, 'Emma', '1-2', 400)");
        sql("create table flow_legacy (id integer)");
        sql("insert into flow_legacy values (7)");
        // the database existed before its first script
        inDirectory().queryParam("target", "base").post("/workflow/" + bind + "/stamp").then().statusCode(204);
    }

    private void sql(String statement) {
        given().body(statement).post("/workflow/" + bind + "/sql").then().statusCode(204);
    }

    private RequestSpecification inDirectory() {
        return given().queryParam("directory", directory.toString());
    }

    private Response migrate(String query) {
        return inDirectory().queryParam("message", "Add the price").post("/workflow/" + bind + "/migrate" + query);
    }

    private JsonPath check(boolean offline) {
        Response answer = inDirectory().queryParam("offline", offline).get("/workflow/" + bind + "/check");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private List<String> versions(String call) {
        Response answer = inDirectory().post("/workflow/" + bind + "/" + call);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getList("");
    }

    private String tables() {
        return given().get("/workflow/" + bind + "/tables").jsonPath().getList("findAll { it.name.startsWith('flow_') }")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void scriptMakesTheDatabaseFollowTheEntitiesAndBack(String kind) throws IOException {
        begin(kind);
        String start = tables();

        Response written = migrate("");
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
        String script = Files.readString(Path.of(written.header("Script")));
        assertThat(Path.of(written.header("Script")).getFileName().toString())
                .matches("V\\d{14}__add_the_price\\.sql");
        assertThat(script).contains("flow_author", "price", "flow_book_isbn", "flow_book_author")
                .containsIgnoringCase("rename").doesNotContain("flow_legacy")
                .containsPattern("-- alter table .*flow_book.* drop column .*pages");

        assertThat(versions("upgrade")).containsExactly(written.header("Version"));
        JsonPath after = check(false);
        assertThat(after.getList("pending")).isEmpty();
        assertThat(after.getList("changes.description")).as("not made, since it loses data").hasSize(1).first().asString()
                .contains("pages");
        assertThat(after.getList("changes.losesData")).containsExactly(true);

        assertThat(versions("downgrade?target=base")).containsExactly(written.header("Version"));
        assertThat(tables()).isEqualTo(start);
        assertThat(check(false).getList("pending")).containsExactly(written.header("Version"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void checkIsCleanAfterAllChanges(String kind) {
        begin(kind);
        assertThat(check(true).getList("changes")).as("without a snapshot").isNotEmpty();
        assertThat(migrate("?destructive=true").statusCode()).isEqualTo(200);
        Response refused = migrate("");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.asString()).contains("not up to date", "upgrade");
        assertThat(check(true).getList("changes")).as("entities and snapshot").isEmpty();

        versions("upgrade");

        assertThat(check(false).getList("changes")).isEmpty();
        assertThat(check(false).getList("notes")).as("database and snapshot").isEmpty();
        assertThat(migrate("").statusCode()).as("nothing to do").isEqualTo(204);
        assertThat(directory.resolve(bind)).isDirectoryContaining("glob:**schema.snapshot");
        assertThat(directory.resolve(bind).toFile().list()).as("no further script").hasSize(3);
        assertThat(given().get("/workflow/" + bind + "/tables").asString()).contains("flow_legacy");
        sql("insert into flow_author values (1, 'Austen')");
        sql("update flow_book set author_id = 1 where title = 'Emma'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "h2" })
    void changeOfTheDatabaseWithoutAScriptIsFound(String kind) {
        begin(kind);
        migrate("?destructive=true");
        versions("upgrade");
        sql("alter table flow_book drop column price");

        JsonPath drift = check(false);

        assertThat(drift.getList("changes.description")).hasSize(1).first().asString().contains("price");
        assertThat(drift.getList("notes")).hasSize(1).first().asString().contains("not as the scripts left it");
        assertThat(check(true).getList("changes")).isEmpty();
    }

    /** H8: that there is nothing to change has several reasons. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "h2" })
    void reasonIsToldIfThereIsNothingToChange(String kind) {
        begin(kind);
        sql("drop table flow_book");
        given().post("/workflow/" + bind + "/tables").then().statusCode(200);

        assertThat(migrate("").statusCode()).isEqualTo(204);
        assertThat(check(false).getString("notes")).contains("no script makes it so", "createAll()", "stamp head");

        assertThat(migrate("?offline=true").statusCode()).isEqualTo(200);
        inDirectory().queryParam("target", "head").post("/workflow/" + bind + "/stamp").then().statusCode(204);
        assertThat(check(false).getList("notes")).as("with its script").isEmpty();

        bind = "runner-h2";
        assertThat(check(true).getString("notes")).contains("has no entities");
    }
}
