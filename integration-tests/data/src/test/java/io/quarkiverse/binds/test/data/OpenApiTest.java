package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** I2: the OpenAPI document has the parameters of a page and the names of its JSON. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class OpenApiTest {

    private static JsonPath document() {
        return given().accept("application/json").when().get("/q/openapi").then().statusCode(200).extract().jsonPath();
    }

    @Test
    void parametersOfAPageHaveTheirTypes() {
        List<Map<String, Object>> parameters = document().getList("paths.'/{kind}/todos/bound'.get.parameters");
        assertThat(parameters).filteredOn(parameter -> parameter.get("in").equals("query")).extracting("name", "schema.type")
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("page", "integer"),
                        org.assertj.core.groups.Tuple.tuple("per_page", "integer"),
                        org.assertj.core.groups.Tuple.tuple("after", "string"),
                        org.assertj.core.groups.Tuple.tuple("before", "string"));
    }

    @Test
    void pageByCursorHasTheNamesOfItsJson() {
        Map<String, Object> properties = document().getMap("components.schemas.CursorPaginationLine.properties");
        assertThat(properties).containsOnlyKeys("items", "per_page", "has_prev", "prev", "has_next", "next");
    }

    @Test
    void pageHasTheNamesOfItsJson() {
        Map<String, Object> properties = document().getMap("components.schemas.PaginationLine.properties");
        assertThat(properties).containsOnlyKeys("items", "page", "per_page", "total", "pages", "has_prev", "prev_num",
                "has_next", "next_num", "first", "last");
        assertThat(document().getString("components.schemas.PaginationLine.type")).isEqualTo("object");
    }
}
