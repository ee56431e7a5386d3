package io.quarkiverse.binds.test.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

/** L15: an application with one JDBC driver works, in a native executable too. */
@QuarkusTest
@QuarkusTestResource(DriverTestResource.class)
class SingleDriverTest {

    private static ValidatableResponse get(String path) {
        return RestAssured.get("/notes" + path).then().statusCode(200);
    }

    private static ValidatableResponse post(String path) {
        return RestAssured.post("/notes" + path).then().statusCode(200);
    }

    @Test
    void commitStoresInBothBinds() {
        post("/committed").body("text", equalTo("committed")).body("id", notNullValue());

        get("/rows").body("text", hasItem("committed"));
        get("/entries/committed").body(equalTo("1"));
    }

    @Test
    void uncommittedRowsAreRolledBack() {
        post("/dropped/lost").body(equalTo("1"));

        get("/entries/dropped").body(equalTo("0"));
    }

    @Test
    void pageIsJson() {
        post("/first");
        post("/second");

        get("?page=2&per_page=1").body("page", is(2)).body("per_page", is(1)).body("items.size()", is(1));
    }

    @Test
    void existingRowIsFoundByItsKey() {
        get("/created/wanted").body(equalTo("true"));
        get("/created/wanted").body(equalTo("false"));
    }

    @Test
    void statementsAreRecorded() {
        get("/queries").body("bind", hasItem("<default>")).body("statement.size()", is(1));
    }

    @Test
    void tablesAreRead() {
        assertThat(get("/tables").extract().jsonPath().getList("name", String.class)).anySatisfy(
                name -> assertThat(name).isEqualToIgnoringCase("entry"));
        get("/tables").body("find { it.name.toLowerCase() == 'entry' }.columns.name*.toLowerCase()", hasItems("id", "text"));
    }
}
