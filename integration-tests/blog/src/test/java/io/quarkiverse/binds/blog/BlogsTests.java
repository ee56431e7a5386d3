package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.restassured.specification.RequestSpecification;

/** G5, G6: blogs created at run time; a header selects the blog of a request. */
abstract class BlogsTests {

    /** Blogs created by a test. */
    final List<String> made = new ArrayList<>();

    String createBlog() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        json(Map.of("name", name)).post("/blogs").then().statusCode(201).body("name", equalTo(name));
        made.add(name);
        return name;
    }

    static RequestSpecification in(String blog) {
        return given().header("X-Blog", blog);
    }

    static String write(String blog, String title) {
        return json(Map.of("title", title, "text", "What " + title + " has to say")).header("X-Blog", blog).post("/articles")
                .then().statusCode(201).extract().header("Location");
    }

    @Test
    void eachBlogHasItsOwnArticles() {
        long posts = get("/posts").then().statusCode(200).extract().jsonPath().getLong("total");
        String one = createBlog();
        String other = createBlog();
        in(one).get("/articles").then().statusCode(200).body("items", hasSize(0));

        write(one, "first of one");
        String location = write(one, "second of one");
        write(other, "first of the other");

        in(one).get("/articles").then().statusCode(200).body("items.title", contains("second of one", "first of one"));
        in(other).get("/articles").then().statusCode(200).body("items.title", contains("first of the other"));
        in(one).get(location).then().statusCode(200).body("title", equalTo("second of one"));
        in(other).get(location).then().statusCode(404).body("error", containsString("There is no article"));
        assertThat(get("/posts").then().extract().jsonPath().getLong("total")).isEqualTo(posts);
    }

    @Test
    void listHasAllBlogs() {
        String one = createBlog();
        String other = createBlog();
        List<String> names = get("/blogs?per_page=100").then().statusCode(200).extract().jsonPath().getList("items.name");
        assertThat(names).contains(one, other);
    }

    @Test
    void existingNameIsConflict() {
        String name = createBlog();
        write(name, "kept");
        json(Map.of("name", name)).post("/blogs").then().statusCode(409)
                .body("error", equalTo("There is a blog '" + name + "' already"));
        in(name).get("/articles").then().statusCode(200).body("items.title", contains("kept"));
    }

    /** The name becomes part of a statement. */
    @ParameterizedTest
    @ValueSource(strings = { "Acme", "a-b", "a_b", "1a", "a b", "a`; drop database users; --", "ü" })
    void invalidNameIsRefused(String name) {
        json(Map.of("name", name)).post("/blogs").then().statusCode(400).body("error", containsString("'name'"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "nobodys", "Acme", "a/../b", "a;INIT=x", "a?b=c" })
    void missingBlogIs404(String name) {
        in(name).get("/articles").then().statusCode(404).body("error", equalTo("There is no such database"));
        json(Map.of("title", "x", "text", "y")).header("X-Blog", name).post("/articles").then().statusCode(404);
    }

    @Test
    void requestWithoutHeaderIs404() {
        get("/articles").then().statusCode(404).body("error", equalTo("There is no such database"));
    }
}
