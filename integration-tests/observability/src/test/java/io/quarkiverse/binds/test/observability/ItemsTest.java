package io.quarkiverse.binds.test.observability;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The application works with all extensions of observability together. */
@QuarkusTest
@QuarkusTestResource(Databases.class)
@Tag("smoke")
class ItemsTest {

    @Test
    void createdItemIsListed() {
        given().queryParam("name", "lamp").post("/items").then().statusCode(204);
        given().get("/items").then().statusCode(200).body(containsString("lamp"));
    }
}
