package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.createComment;
import static io.quarkiverse.binds.blog.Api.createPost;
import static io.quarkiverse.binds.blog.Api.createUser;
import static io.quarkiverse.binds.blog.Api.json;
import static io.quarkiverse.binds.blog.Api.unique;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.test.support.Await;
import io.restassured.path.json.JsonPath;

/** I1: actions on many posts, by a token or by ids. */
abstract class BulkTests {

    /** Three chunks, see {@link BulkProfile}. */
    private static final int POSTS = 12;

    private final String tag = unique("bulk");
    private long author;

    @BeforeEach
    void createAuthor() {
        author = createUser(unique("bulk"));
    }

    private void createPosts() {
        for (int i = 1; i <= POSTS; i++) {
            createPost(author, "Bulk %02d".formatted(i), tag);
        }
    }

    /** Selects the posts of this test. */
    private JsonPath select() {
        return given().queryParam("tag", tag).get("/posts/selection").then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath run(Map<String, ?> body) {
        String location = json(body).post("/posts/bulk").then().statusCode(202).body("state", equalTo("running"))
                .header("Location", containsString("/bulk/")).extract().header("Location");
        String path = location.substring(location.indexOf("/bulk/"));
        Await.until("end of " + path, () -> !get(path).then().extract().jsonPath().getString("state").equals("running"));
        return get(path).then().statusCode(200).extract().jsonPath();
    }

    private List<String> titles(String tagged) {
        return given().queryParam("tag", tagged).queryParam("author", author).queryParam("sort", "title")
                .queryParam("per_page", 100).get("/posts").then()
                .statusCode(200).extract().jsonPath().getList("items.title");
    }

    @Test
    void tagIsAddedToAllThatMatchedButThoseLeftOut() {
        createPosts();
        JsonPath selection = select();
        assertThat(selection.getLong("count")).isEqualTo(POSTS);
        List<Long> leftOut = given().queryParam("tag", tag).queryParam("per_page", 2).get("/posts").then().extract()
                .jsonPath().getList("items.id", Long.class);

        String added = unique("added");
        JsonPath job = run(
                Map.of("token", selection.getString("token"), "without", leftOut, "action", "add-tag", "tag", added));

        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getLong("done")).isEqualTo(job.getLong("total")).isEqualTo(POSTS - 2);
        assertThat(titles(added)).hasSize(POSTS - 2).contains("Bulk 01", "Bulk 10").doesNotContain("Bulk 11", "Bulk 12");
    }

    /** The posts match the selection no more when the tag is gone; the next chunk goes on nevertheless. */
    @Test
    void tagOfTheFilterIsRemovedFromAll() {
        createPosts();
        JsonPath job = run(Map.of("token", select().getString("token"), "action", "remove-tag", "tag", tag));

        assertThat(job.getLong("done")).isEqualTo(POSTS);
        assertThat(titles(tag)).isEmpty();
    }

    @Test
    void selectedPostsAreDeletedWithTheirComments() {
        createPosts();
        long kept = createPost(author, "Kept");
        long comment = createComment(given().queryParam("tag", tag).get("/posts").then().extract().jsonPath()
                .getLong("items[0].id"), author, "goes along");
        JsonPath job = run(Map.of("token", select().getString("token"), "action", "delete"));

        assertThat(job.getLong("done")).isEqualTo(POSTS);
        assertThat(titles(tag)).isEmpty();
        get("/posts/{id}", kept).then().statusCode(200);
        get("/comments/{id}", comment).then().statusCode(404);
    }

    @Test
    void postsWrittenAfterTheSelectionAreNotInIt() {
        createPosts();
        String token = select().getString("token");
        createPost(author, "Later", tag);
        assertThat(run(Map.of("token", token, "action", "remove-tag", "tag", tag)).getLong("done")).isEqualTo(POSTS);
        assertThat(titles(tag)).containsExactly("Later");
    }

    @Test
    void singlePostsAreChanged() {
        createPosts();
        List<Long> ids = given().queryParam("tag", tag).queryParam("per_page", 3).get("/posts").then().extract()
                .jsonPath().getList("items.id", Long.class);
        String added = unique("added");
        assertThat(run(Map.of("ids", ids, "action", "add-tag", "tag", added)).getLong("done")).isEqualTo(3);
        assertThat(titles(added)).containsExactly("Bulk 10", "Bulk 11", "Bulk 12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"ids\": [1], \"action\": \"rename\"} | 'action' must be one of add-tag, remove-tag, delete",
            "{\"ids\": [1], \"action\": \"add-tag\"} | 'tag' is required",
            "{\"action\": \"delete\"} | Either 'token' or 'ids' is required",
            "{\"ids\": [1], \"token\": \"x\", \"action\": \"delete\"} | Either 'token' or 'ids' is required",
            "{\"ids\": [], \"action\": \"delete\"} | 'ids' is empty",
            "{\"ids\": [1, null], \"action\": \"delete\"} | 'ids' has a null",
            "{\"ids\": [1], \"without\": [1], \"action\": \"delete\"} | 'without' belongs to 'token', not to 'ids'",
    })
    void invalidActionIsRefused(String body, String error) {
        json(body).post("/posts/bulk").then().statusCode(400).body("error", equalTo(error));
    }

    @Test
    void tooManySingleIdsAreRefused() {
        json(Map.of("ids", Collections.nCopies(501, 1), "action", "delete")).post("/posts/bulk").then().statusCode(400)
                .body("error", startsWith("'ids' has more than 500 posts"));
    }

    /** The largest number of ids that are left out fits into the stored selection. */
    @Test
    void mostIdsThatAreLeftOutFit() {
        createPosts();
        List<Long> ids = new ArrayList<>();
        for (long id = Long.MAX_VALUE; ids.size() < 500; id -= 1_000_003) {
            ids.add(id);
        }
        assertThat(run(Map.of("token", select().getString("token"), "without", ids, "action", "remove-tag", "tag", tag))
                .getLong("done")).isEqualTo(POSTS);
        assertThat(run(Map.of("ids", ids, "action", "delete")).getLong("done")).isZero();
    }

    @Test
    void forgedTokenIsRefusedWithItsReason() {
        json(Map.of("token", "forged", "action", "delete")).post("/posts/bulk").then().statusCode(400)
                .contentType("application/json").body("error", containsString("selection"));
    }

    @Test
    void missingTagCannotBeRemoved() {
        json(Map.of("ids", List.of(1), "action", "remove-tag", "tag", tag + "-none")).post("/posts/bulk").then()
                .statusCode(409).body("error", equalTo("There is no tag '" + tag + "-none' to remove"));
    }

    @Test
    void unknownActionIs404() {
        UUID id = UUID.randomUUID();
        get("/bulk/{id}", id).then().statusCode(404).body("error", equalTo("There is no action " + id));
        get("/bulk/none").then().statusCode(404);
    }
}
