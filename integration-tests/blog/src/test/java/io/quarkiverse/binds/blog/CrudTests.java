package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.createComment;
import static io.quarkiverse.binds.blog.Api.createPost;
import static io.quarkiverse.binds.blog.Api.createUser;
import static io.quarkiverse.binds.blog.Api.json;
import static io.quarkiverse.binds.blog.Api.unique;
import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CRUD over two databases: the same on each kind of database, in tests and packaged. */
abstract class CrudTests {

    @Test
    void userIsCreatedUpdatedAndDeleted() {
        String name = unique("ann");
        String path = json(Map.of("name", " " + name + " ", "bio", "writes")).post("/users").then().statusCode(201)
                .body("name", equalTo(name)).body("bio", equalTo("writes")).body("created", notNullValue())
                .extract().header("Location");
        get(path).then().statusCode(200).body("name", equalTo(name));

        String other = unique("ann");
        json(Map.of("name", other)).put(path).then().statusCode(200).body("name", equalTo(other)).body("bio", nullValue());
        get(path).then().statusCode(200).body("name", equalTo(other)).body("bio", nullValue());

        delete(path).then().statusCode(204);
        get(path).then().statusCode(404).body("error", containsString("There is no user "));
        delete(path).then().statusCode(404);
        json(Map.of("name", other)).put(path).then().statusCode(404);
    }

    @Test
    void existingUserNameIsConflict() {
        String name = unique("bob");
        createUser(name);
        json(Map.of("name", name)).post("/users").then().statusCode(409)
                .body("error", equalTo("The user name '" + name + "' is taken"));
        long other = createUser(unique("bob"));
        json(Map.of("name", name)).put("/users/{id}", other).then().statusCode(409).body("error", containsString(name));
    }

    /** The author is looked up in one database, the post is stored in the other. */
    @Test
    void postIsCreatedUpdatedAndDeleted() {
        String name = unique("carl");
        long author = createUser(name);
        long post = createPost(author, "First", "one", "two");
        get("/posts/{id}", post).then().statusCode(200).body("title", equalTo("First"))
                .body("authorId", equalTo((int) author)).body("author", equalTo(name))
                .body("tags", contains("one", "two"));

        json(Map.of("title", "Second", "body", "New", "tags", List.of("two", "three"))).put("/posts/{id}", post).then()
                .statusCode(200).body("title", equalTo("Second"));
        get("/posts/{id}", post).then().statusCode(200).body("title", equalTo("Second")).body("body", equalTo("New"))
                .body("author", equalTo(name)).body("tags", containsInAnyOrder("two", "three"));

        long comment = createComment(post, author, "goes along");
        delete("/posts/{id}", post).then().statusCode(204);
        get("/posts/{id}", post).then().statusCode(404).body("error", equalTo("There is no post " + post));
        get("/comments/{id}", comment).then().statusCode(404);
        delete("/posts/{id}", post).then().statusCode(404);
    }

    @Test
    void postsByAuthorAndTagArePaged() {
        long author = createUser(unique("dora"));
        String tag = unique("tag");
        for (int i = 1; i <= 5; i++) {
            createPost(author, "Post " + i, i % 2 == 1 ? tag : "even");
        }
        createPost(createUser(unique("dora")), "Of another", tag);

        given().queryParam("author", author).queryParam("page", 2).queryParam("per_page", 2).get("/posts").then()
                .statusCode(200).body("items.title", contains("Post 3", "Post 2")).body("page", equalTo(2))
                .body("per_page", equalTo(2)).body("total", equalTo(5)).body("pages", equalTo(3));
        given().queryParam("author", author).queryParam("tag", tag).get("/posts").then()
                .statusCode(200).body("items.title", contains("Post 5", "Post 3", "Post 1")).body("per_page", equalTo(20));
        given().queryParam("author", author).queryParam("page", 9).get("/posts").then()
                .statusCode(404).body("error", equalTo("There is no page 9 of 20 results"));
        given().queryParam("author", author).queryParam("per_page", 101).get("/posts").then()
                .statusCode(200).body("per_page", equalTo(100)).body("total", equalTo(5));
        given().queryParam("tag", tag).get("/posts").then().body("total", equalTo(4)).body("items.author",
                hasSize(4));
    }

    @ParameterizedTest
    @CsvSource({ "newest, 'c,a,b'", "oldest, 'b,a,c'", "title, 'a,b,c'", "title-desc, 'c,b,a'", "updated, 'b,c,a'" })
    void postsAreSorted(String sort, String titles) {
        long author = createUser(unique("dick"));
        long first = createPost(author, "b", "one", "two");
        createPost(author, "a");
        createPost(author, "c");
        json(Map.of("title", "b", "body", "Changed last")).put("/posts/{id}", first).then().statusCode(200);

        given().queryParam("author", author).queryParam("sort", sort).get("/posts").then().statusCode(200)
                .body("items.title", contains(titles.split(","))).body("total", equalTo(3));
    }

    @Test
    void usersArePagedByName() {
        String prefix = unique("erik");
        createUser(prefix + "-2");
        createUser(prefix + "-1");
        given().queryParam("per_page", 1).get("/users").then().statusCode(200).body("items", hasSize(1))
                .body("total", greaterThanOrEqualTo(2)).body("pages", greaterThanOrEqualTo(2));
        List<String> names = given().queryParam("per_page", 100).get("/users").then().extract().path("items.name");
        assertThat(names).containsSubsequence(prefix + "-1", prefix + "-2");
    }

    @Test
    void commentIsCreatedUpdatedAndDeleted() {
        String name = unique("fred");
        long author = createUser(name);
        long post = createPost(author, "Discussed");
        long first = createComment(post, author, "first");
        createComment(post, author, "second");
        get("/posts/{id}/comments", post).then().statusCode(200).body("items.text", contains("first", "second"))
                .body("items.author", contains(name, name)).body("total", equalTo(2));

        json(Map.of("text", "changed")).put("/comments/{id}", first).then().statusCode(200).body("text", equalTo("changed"));
        get("/comments/{id}", first).then().statusCode(200).body("text", equalTo("changed"))
                .body("postId", equalTo((int) post));

        delete("/comments/{id}", first).then().statusCode(204);
        get("/comments/{id}", first).then().statusCode(404).body("error", equalTo("There is no comment " + first));
        get("/posts/{id}/comments", post).then().body("items.text", contains("second"));
    }

    @Test
    void tagsAreAddedRemovedAndCounted() {
        long author = createUser(unique("gina"));
        long post = createPost(author, "Tagged");
        long other = createPost(author, "Tagged too");
        String tag = unique("0tag"); // first by name, before the tagsAreAddedRemovedAndCounted of other tests
        given().put("/posts/{id}/tags/{tag}", post, tag).then().statusCode(200).body("tags", contains(tag));
        given().put("/posts/{id}/tags/{tag}", post, tag).then().statusCode(200).body("tags", contains(tag));
        given().put("/posts/{id}/tags/{tag}", other, tag).then().statusCode(200);
        get("/tags?per_page=100").then().statusCode(200)
                .body("items.find { it.name == '" + tag + "' }.posts", equalTo(2));

        delete("/posts/{id}/tags/{tag}", post, tag).then().statusCode(200).body("tags", empty());
        delete("/posts/{id}/tags/{tag}", post, tag).then().statusCode(404).body("error", endsWith("on post " + post));
        get("/tags?per_page=100").then().body("items.find { it.name == '" + tag + "' }.posts", equalTo(1));
    }

    /** The application checks the reference, since a foreign key cannot cross binds. */
    @Test
    void userWithPostsCannotBeDeleted() {
        long author = createUser(unique("hugo"));
        long post = createPost(author, "Keeps hugo");
        delete("/users/{id}", author).then().statusCode(409).body("error", containsString("has written 1 posts and comments"));
        delete("/posts/{id}", post).then().statusCode(204);
        delete("/users/{id}", author).then().statusCode(204);
        json(Map.of("title", "t", "body", "b", "authorId", author)).post("/posts").then().statusCode(400)
                .body("error", equalTo("'authorId' is " + author + ", but there is no such user"));
    }

    /** B3: a character of four bytes in UTF-8, in both databases. */
    @Test
    void emojiIsStoredInBothDatabases() {
        String emojiIsStoredInBothDatabases = "\uD83D\uDE00";
        String name = unique(emojiIsStoredInBothDatabases);
        long author = createUser(name);
        long post = createPost(author, "Laughs " + emojiIsStoredInBothDatabases, emojiIsStoredInBothDatabases);
        get("/users/{id}", author).then().body("name", equalTo(name));
        get("/posts/{id}", post).then().body("title", equalTo("Laughs " + emojiIsStoredInBothDatabases))
                .body("author", equalTo(name))
                .body("tags", contains(emojiIsStoredInBothDatabases));
    }
}
