package org.acme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BlogResourceTest {

    @Test
    void postIsListedWithItsAuthorOfTheOtherDatabase() {
        int ann = given().contentType("application/json").body(Map.of("name", "Ann"))
                .post("/authors").then().statusCode(200).extract().path("id");

        given().contentType("application/json").body(Map.of("title", "Two databases", "authorId", ann))
                .post("/posts").then().statusCode(200).body("title", is("Two databases"));

        given().get("/posts").then().statusCode(200).body("", hasItem(Map.of("title", "Two databases", "author", "Ann")));
    }

    @Test
    void postOfAnUnknownAuthorIsRefused() {
        given().contentType("application/json").body(Map.of("title", "Lost", "authorId", 4711))
                .post("/posts").then().statusCode(404).body(is("There is no such author"));
    }
}
