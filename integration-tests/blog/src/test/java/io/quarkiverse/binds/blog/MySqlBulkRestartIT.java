package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;
import io.restassured.path.json.JsonPath;

/**
 * I1: an action on many posts goes on after the application has ended. Not on H2 in the process of the application: after a
 * kill it can read the ordinal of an enum for its label.
 */
@Tag("packaged-only")
class MySqlBulkRestartIT {

    private static final int POSTS = 3000;

    @TempDir
    Path directory;

    private final DatabaseServer server = MySql.shared();
    private String posts;
    private String users;
    private Map<String, String> properties;

    @BeforeEach
    void createDatabases() {
        posts = server.uniqueDatabase("posts");
        users = server.uniqueDatabase("users");
        properties = Map.of("quarkus.binds.url", server.url(posts), "quarkus.binds.users.url", server.url(users),
                "quarkus.binds.pagination.token-key", "not-a-secret-but-32-characters-long", "blog.bulk.chunk-size", "10");
    }

    @AfterEach
    void dropDatabases() {
        server.dropDatabase(posts);
        server.dropDatabase(users);
    }

    @ParameterizedTest
    @ValueSource(strings = { "kill", "terminate" })
    void unfinishedActionGoesOnAfterRestart(String end) {
        String job;
        long before;
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), properties)) {
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
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), properties)) {
            String address = blog.address();
            Await.until("the end", () -> {
                JsonPath now = state(address + job);
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
