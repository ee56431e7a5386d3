package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.createPost;
import static io.quarkiverse.binds.blog.Api.createUser;
import static io.quarkiverse.binds.blog.Api.json;
import static io.quarkiverse.binds.blog.Api.unique;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid requests are answered with an error in JSON, and nothing is stored. */
abstract class BadRequestTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/users | {} | 'name' is required",
            "/users | {\"name\": \"  \"} | 'name' is required",
            "/users | {\"name\": \"123456789 123456789 123456789 123456789 123456789 1\"} | 'name' is longer than 50 characters",
            "/users | {\"name\": } | The body is not the JSON that is expected here at line 1, column 10",
            "/users | {\"name\": [1]} | The body is not the JSON that is expected here at line 1, column 10",
            "/users | `` | The request needs a body: a JSON object",
            "/posts | {\"body\": \"b\", \"authorId\": 1} | 'title' is required",
            "/posts | {\"title\": \"t\", \"authorId\": 1} | 'body' is required",
            "/posts | {\"title\": \"t\", \"body\": \"b\"} | 'authorId' is required",
            "/posts | {\"title\": \"t\", \"body\": \"b\", \"authorId\": -1} | 'authorId' is -1, but there is no such user",
            "/posts | {\"title\": \"t\", \"body\": \"b\", \"authorId\": 1, \"tags\": [\"\"]} | 'tag' is required",
            "/posts/1/comments | {\"authorId\": 1} | 'text' is required",
    })
    void invalidBodyIsRefused(String path, String body, String error) {
        json(body).post(path).then().statusCode(400).contentType("application/json").body("error", equalTo(error));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/posts?sort=id;drop | 'sort' must be one of newest, oldest, title, title-desc, updated",
            "/posts?author=bob | 'author' must be a number from 0 to 2147483647",
    })
    void invalidQueryParameterIsRefused(String path, String error) {
        get(path).then().statusCode(400).body("error", equalTo(error));
    }

    /** The pages of the extension answer as those of Flask-SQLAlchemy do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "/users?page=0 | 'page' must be a whole number from 1 to 2147483647, not '0'",
            "/posts?page=two | 'page' must be a whole number from 1 to 2147483647, not 'two'",
            "/tags?per_page=-1 | 'per_page' must be a whole number from 1 to 2147483647, not '-1'",
            "/posts?page=1000000 | There is no page 1000000 of 20 results",
    })
    void missingPageIs404(String path, String error) {
        get(path).then().statusCode(404).contentType("application/json").body("error", equalTo(error));
    }

    @Test
    void invalidSeedParameterIsRefused() {
        given().post("/seed?posts=-1").then().statusCode(400).body("error", containsString("'posts' must be a number from 1"));
    }

    @ParameterizedTest
    @CsvSource({ "/nowhere, Not Found", "/users/bob, Not Found", "/users/-1, There is no user -1",
            "/posts/-1, There is no post -1", "/comments/-1, There is no comment -1",
            "/posts/-1/comments, There is no post -1" })
    void missingResourceIs404(String path, String error) {
        get(path).then().statusCode(404).contentType("application/json").body("error", equalTo(error));
    }

    @Test
    void commentOnMissingPostIs404() {
        long author = createUser(unique("ida"));
        json(Map.of("authorId", author, "text", "t")).post("/posts/-1/comments").then().statusCode(404)
                .body("error", equalTo("There is no post -1"));
    }

    /** The error is found within the transaction, which is rolled back. */
    @Test
    void refusedUpdateChangesNothing() {
        long post = createPost(createUser(unique("jan")), "Stays", "kept");
        json(Map.of("title", "Goes", "body", "x".repeat(5001))).put("/posts/{id}", post).then().statusCode(400)
                .body("error", equalTo("'body' is longer than 5000 characters"));
        get("/posts/{id}", post).then().body("title", equalTo("Stays")).body("tags[0]", equalTo("kept"));
    }
}
