package io.quarkiverse.binds.blog;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Requests that many tests send. */
final class Api {

    private Api() {
    }

    static RequestSpecification json(Object body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** Returns a name that no other test uses, because the tests of a class share the databases. */
    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static long createUser(String name) {
        return id(json(Map.of("name", name)).post("/users").then().statusCode(201));
    }

    static long createPost(long authorId, String title, String... tags) {
        return id(json(Map.of("title", title, "body", "What " + title + " has to say", "authorId", authorId, "tags",
                List.of(tags))).post("/posts").then().statusCode(201));
    }

    static long createComment(long postId, long authorId, String text) {
        return id(json(Map.of("authorId", authorId, "text", text)).post("/posts/{id}/comments", postId).then().statusCode(201));
    }

    private static long id(ValidatableResponse response) {
        return response.extract().jsonPath().getLong("id");
    }
}
