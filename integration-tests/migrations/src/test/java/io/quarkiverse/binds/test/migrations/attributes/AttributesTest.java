package io.quarkiverse.binds.test.migrations.attributes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.Job;

import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * The state of the entities is that of the catalog once the tables are created, for all kinds of attributes and the entities of
 * Envers and quarkus-security-jpa.
 */
@QuarkusTest
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mysql:attributes"))
@QuarkusTestResource(value = MariaDbTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mariadb:attributes"))
@QuarkusTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "postgresql:attributes"))
class AttributesTest {

    @TempDir
    Path directory;

    private static final List<String> BINDS = List.of("mysql", "mariadb", "postgresql", "h2");

    @AfterEach
    void noTables() {
        BINDS.forEach(bind -> given().delete("/attributes/" + bind).then().statusCode(204));
    }

    private static JsonPath ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 204);
        return response.jsonPath();
    }

    private static List<String> differences(String bind) {
        return ok(given().get("/attributes/" + bind + "/differences")).getList("");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void createdTablesAreThoseOfTheEntities(String bind) {
        assertThat(ok(given().post("/attributes/" + bind)).getList("")).hasSizeGreaterThan(20);

        assertThat(differences(bind)).isEmpty();
    }

    /** Guards against a comparison that finds everything equal. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void changesOfTheTablesAreFound(String bind) {
        ok(given().post("/attributes/" + bind));

        given().queryParam("sql", List.of("alter table att_default alter column intDefault set default 43",
                "alter table att_default alter column textDefault set default 'it''s old'",
                "alter table att_default drop constraint att_default_rank",
                "alter table att_default add constraint att_default_rank check (ranking between 1 and 10 or ranking = 98)",
                "alter table att_soft add column surplus int", "create index att_surplus on att_time (duration)"))
                .post("/attributes/" + bind + "/sql").then().statusCode(204);

        assertThat(differences(bind).stream().map(String::toLowerCase)).hasSize(6)
                .anyMatch(text -> text.contains("altercolumn") && text.contains("intdefault") && text.contains("43"))
                .anyMatch(text -> text.contains("altercolumn") && text.contains("textdefault") && text.contains("old"))
                .anyMatch(text -> text.contains("addcheck") && text.contains("att_default_rank") && text.contains("99"))
                .anyMatch(text -> text.contains("dropcheck") && text.contains("att_default_rank") && text.contains("98"))
                .anyMatch(text -> text.contains("dropcolumn") && text.contains("surplus"))
                .anyMatch(text -> text.contains("dropindex") && text.contains("att_surplus"));
    }

    /**
     * H9: by scripts the database gets the tables that it gets without them, and the tables of Quartz, which no model has, stay
     * as they are. The names of checks without one are those that MySQL and PostgreSQL give; MariaDB and H2 give others.
     */
    @ParameterizedTest
    @CsvSource({ "mysql,mysql_innodb", "mariadb,mysql_innodb", "postgresql,postgres", "h2,h2" })
    void scriptsMakeTheTablesThatCreateAllMakesAndNoOthers(String bind, String ofQuartz) throws IOException {
        try (InputStream script = Job.class.getResourceAsStream("impl/jdbcjobstore/tables_" + ofQuartz + ".sql")) {
            given().contentType("text/plain").body(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .post("/attributes/" + bind + "/script").then().statusCode(204);
        }
        given().queryParam("sql", "insert into QRTZ_LOCKS (sched_name, lock_name) values ('s', 'l')")
                .post("/attributes/" + bind + "/sql").then().statusCode(204);
        String onlyQuartz = dump(bind);
        assertThat(onlyQuartz).containsIgnoringCase("qrtz_simprop_triggers").doesNotContain("att_audited");
        ok(given().post("/attributes/" + bind));
        String ofHibernate = dump(bind);
        assertThat(ofHibernate.toLowerCase()).contains("revinfo", "att_audited_aud", "attaudited_labels_aud", "qrtz_locks");
        assertThat(differences(bind)).isEmpty();

        given().delete("/attributes/" + bind).then().statusCode(204);
        assertThat(dump(bind)).isEqualTo(onlyQuartz);
        workflow().queryParam("target", "base").post("/workflow/" + bind + "/stamp").then().statusCode(204);
        Response written = workflow().queryParam("message", "All").queryParam("offline", true)
                .post("/workflow/" + bind + "/migrate");
        ok(written);
        assertThat(Files.readString(Path.of(written.header("Script")))).doesNotContainIgnoringCase("qrtz")
                .containsIgnoringCase("att_audited_aud");
        ok(workflow().post("/workflow/" + bind + "/upgrade"));

        assertThat(differences(bind)).isEmpty();
        JsonPath check = ok(workflow().get("/workflow/" + bind + "/check"));
        assertThat(check.getList("changes")).isEmpty();
        assertThat(check.getList("notes")).as("snapshot and catalog").isEmpty();
        if (bind.equals("mysql") || bind.equals("postgresql")) {
            assertThat(dump(bind)).isEqualTo(ofHibernate);
        }

        ok(workflow().queryParam("target", "base").post("/workflow/" + bind + "/downgrade"));
        assertThat(dump(bind)).isEqualTo(onlyQuartz);
        assertThat(given().get("/workflow/" + bind + "/count/QRTZ_LOCKS").asString()).isEqualTo("1");
    }

    private String dump(String bind) {
        return given().get("/attributes/" + bind + "/dump").asString();
    }

    private RequestSpecification workflow() {
        return given().queryParam("directory", directory.toString());
    }

    @ParameterizedTest
    @CsvSource({ "mysql,MYSQL", "mariadb,MARIADB", "postgresql,POSTGRESQL", "h2,H2" })
    void modelIsReadWithoutTheServer(String bind, String kind) {
        JsonPath model = ok(given().get("/attributes/" + bind + "/model/" + kind));

        assertThat(model.getInt("columns")).isGreaterThan(150);
        assertThat(model.getMap("initialRows").keySet()).isEqualTo(bind.equals("mysql")
                ? Set.of("att_association_SEQ", "att_audited_SEQ", "att_enum_ids", "att_time_ids")
                : Set.of("att_enum_ids"));
        assertThat(model.getList("renames", Rename.class)).containsExactly(new Rename("att_large", "details", "info"),
                new Rename("att_embedded", "series", "sequel"), new Rename("att_basic", "code", "short_code"),
                new Rename("att_basic", null, "simple"));
    }
}
