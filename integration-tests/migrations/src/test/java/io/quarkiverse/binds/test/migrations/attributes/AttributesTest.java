package io.quarkiverse.binds.test.migrations.attributes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.runtime.catalog.Rename;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The state of the entities is that of the catalog once the tables are created, for all kinds of attributes. */
@QuarkusTest
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mysql:attributes"))
@QuarkusTestResource(value = MariaDbTestResource.class, initArgs = @ResourceArg(name = "databases", value = "mariadb:attributes"))
@QuarkusTestResource(value = PostgreSqlTestResource.class, initArgs = @ResourceArg(name = "databases", value = "postgresql:attributes"))
class AttributesTest {

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

    /** The names of checks without one are those that MySQL and PostgreSQL give; MariaDB and H2 give others. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb", "postgresql", "h2" })
    void statementsOfMigrationsCreateTheSameTables(String bind) {
        ok(given().post("/attributes/" + bind));
        String ofHibernate = given().get("/attributes/" + bind + "/dump").asString();

        assertThat(Integer.parseInt(given().post("/attributes/" + bind + "/migrated").asString())).isGreaterThan(40);

        assertThat(differences(bind)).isEmpty();
        if (bind.equals("mysql") || bind.equals("postgresql")) {
            assertThat(given().get("/attributes/" + bind + "/dump").asString()).isEqualTo(ofHibernate);
        }
    }

    @ParameterizedTest
    @CsvSource({ "mysql,MYSQL", "mariadb,MARIADB", "postgresql,POSTGRESQL", "h2,H2" })
    void modelIsReadWithoutTheServer(String bind, String kind) {
        JsonPath model = ok(given().get("/attributes/" + bind + "/model/" + kind));

        assertThat(model.getInt("columns")).isGreaterThan(150);
        assertThat(model.getMap("initialRows").keySet()).isEqualTo(bind.equals("mysql")
                ? Set.of("att_association_SEQ", "att_enum_ids", "att_time_ids")
                : Set.of("att_enum_ids"));
        assertThat(model.getList("renames", Rename.class)).containsExactly(new Rename("att_large", "details", "info"),
                new Rename("att_embedded", "series", "sequel"), new Rename("att_basic", "code", "short_code"),
                new Rename("att_basic", null, "simple"));
    }
}
