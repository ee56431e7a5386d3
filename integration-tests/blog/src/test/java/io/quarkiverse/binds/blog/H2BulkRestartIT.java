package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.support.Await;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** I1: an action on many posts goes on after the application has ended. */
@Tag("packaged-only")
class H2BulkRestartIT {

    private static final int POSTS = 3000;
    /** H2 writes each commit to its file at once, and is not closed before the application, as a database server is not. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "quarkus.binds.url", "h2:file:./blog;MODE=MySQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
            "quarkus.binds.users.url", "h2:file:./users;MODE=MySQL",
            "quarkus.binds.pagination.token-key", "not-a-secret-but-32-characters-long",
            "blog.bulk.chunk-size", "10");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = { "kill", "terminate" })
    void unfinishedActionGoesOnAfterRestart(String end) {
        String job;
        long before;
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), PROPERTIES)) {
            String address = blog.address();
            given().post(address + "/seed?posts=" + POSTS).then().statusCode(200);
            String token = get(address + "/posts/selection").then().statusCode(200).body("count", equalTo(POSTS)).extract()
                    .path("token");
            job = "/bulk/"
                    + json(Map.of("token", token, "action", "add-tag", "tag", "kept")).post(address + "/posts/bulk").then()
                            .statusCode(202).extract().path("id");
            Await.until("some chunks", () -> state(address + job).getLong("done") > 20);
            before = state(address + job).getLong("done");
            if (end.equals("terminate")) {
                blog.terminate();
                assertThat(blog.output()).doesNotContain("ERROR").doesNotContain("WARN");
            }
        } // kills it
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), PROPERTIES)) {
            String address = blog.address();
            Await.until("the end", () -> {
                Response answer = get(address + job);
                if (answer.statusCode() != 200) {
                    // seen once on a busy machine, unexplained: the page asks again, and so does this test, but not silently
                    System.out.println("FIGURES H2BulkRestartIT: " + job + " answered " + answer.statusCode() + " "
                            + answer.asString() + "\n" + blog.output());
                    return false;
                }
                JsonPath now = answer.jsonPath();
                assertThat(now.getLong("done")).as("posts done, after a restart at %d", before).isBetween(before, (long) POSTS);
                return !now.getString("state").equals("running");
            });
            JsonPath ended = state(address + job);
            assertThat(ended.getString("state")).isEqualTo("done");
            assertThat(ended.getLong("done")).isEqualTo(POSTS);
            assertThat(blog.output()).contains("Action " + job.substring("/bulk/".length()) + " goes on");
            get(address + "/posts?tag=kept").then().statusCode(200).body("total", equalTo(POSTS));
        }
    }

    private static JsonPath state(String url) {
        return get(url).then().statusCode(200).extract().jsonPath();
    }
}
