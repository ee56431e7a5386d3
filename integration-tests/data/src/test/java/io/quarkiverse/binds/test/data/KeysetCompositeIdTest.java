package io.quarkiverse.binds.test.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** I2: pages by cursor of entities whose id has several columns, each of which completes the order. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
class KeysetCompositeIdTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "seats   | guest is null or guest is not null | 1/1 1/2 1/3 1/4 2/1 2/2 2/3 2/4 3/1 3/2 3/3 3/4",
            "tickets | guest is null or guest is not null | 1/1 1/2 1/3 1/4 2/1 2/2 2/3 2/4 3/1 3/2 3/3 3/4",
            "seats   | order by place.number desc        | 3/4 2/4 1/4 3/3 2/3 1/3 3/2 2/2 1/2 3/1 2/1 1/1",
            "tickets | order by number desc              | 3/4 2/4 1/4 3/3 2/3 1/3 3/2 2/2 1/2 3/1 2/1 1/1",
            "seats   | order by place.number, place.line desc, guest | 3/1 2/1 1/1 3/2 2/2 1/2 3/3 2/3 1/3 3/4 2/4 1/4",
            "tickets | order by guest nulls last, line desc | 3/1 2/3 2/1 1/3 3/4 3/2 2/4 1/4 1/2 3/3 2/2 1/1" })
    void pagesTogetherAreTheSortedList(String entity, String order, String sorted) {
        given().put("/composite").then().statusCode(204);
        List<String> all = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = given().queryParam("order", order).queryParam("per_page", 5)
                    .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next)).get("/composite/" + entity).then()
                    .statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items", String.class));
            next = page.getString("next");
        }
        assertThat(String.join(" ", all)).isEqualTo(sorted);
    }
}
