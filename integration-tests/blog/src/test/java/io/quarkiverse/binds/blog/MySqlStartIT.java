package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.json;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;

/** Artifact built for MySQL, started with its URLs from every source. */
@Tag("packaged-only")
class MySqlStartIT {

    private static final int SIGTERM = 128 + 15;
    private static final String REASONS = "checks.findAll { it.status == 'DOWN' }.data.reason";

    @TempDir
    Path directory;

    private final DatabaseServer server = MySql.shared();
    private String posts;
    private String users;

    @BeforeEach
    void createDatabases() {
        posts = server.uniqueDatabase("bob$app");
        users = server.uniqueDatabase("users");
    }

    @AfterEach
    void dropDatabases() {
        server.dropDatabase(posts);
        server.dropDatabase(users);
    }

    /** B5, B8: URLs from a properties file beside the jar; the database has a dollar sign in its name. */
    @Test
    void urlsFromPropertiesFile() throws IOException {
        Files.createDirectory(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.properties"), """
                quarkus.binds.url=%s
                quarkus.binds.users.url=%s
                """.formatted(server.url(posts), server.url(users)));
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), Map.of())) {
            get(blog.address() + "/databases").then().statusCode(200).body("database", contains(posts, users));
            assertThat(blog.output())
                    .contains("Default bind: mysql, " + masked(server.url(posts))
                            + ", 5 entities (Blog, BlogPost, BulkJob, Comment, Tag), ")
                    .contains("Bind 'users': mysql, " + masked(server.url(users)) + ", 1 entity (User), ")
                    .contains("pool.recycle=7200s (mysql default)");
        }
    }

    private String masked(String url) {
        return url.replaceFirst("//(\\w+):\\w+@", "//$1:***@");
    }

    /** URLs from environment variables; a second start finds the tables and rows of the first. Stops on SIGTERM. */
    @Test
    void urlsFromEnvironmentAndRestart() {
        Map<String, String> environment = Map.of("QUARKUS_BINDS_URL", server.url(posts), "QUARKUS_BINDS_USERS_URL",
                server.url(users));
        String user;
        try (BlogProcess blog = BlogProcess.start(directory, environment, Map.of())) {
            user = json(Map.of("name", "leo")).post(blog.address() + "/users").then().statusCode(201).extract()
                    .header("Location");
            assertThat(blog.terminate()).isEqualTo(SIGTERM);
            assertThat(blog.output()).contains(" stopped in ");
        }
        String path = user.substring(user.indexOf("/users/"));
        try (BlogProcess blog = BlogProcess.start(directory, environment, Map.of())) {
            get(blog.address() + path).then().statusCode(200).body("name", equalTo("leo"));
            assertThat(blog.output()).doesNotContain("ERROR").doesNotContain("WARN");
        }
    }

    /** B1: user and password with characters that a URL escapes, from a variable; the password appears nowhere. */
    @Test
    void urlFromVariableWithEscapedPassword() {
        String login = "ann_" + users.substring(users.lastIndexOf('_') + 1);
        server.execute("CREATE USER '" + login + "'@'%' IDENTIFIED BY 's3cr3t@p:1'",
                "GRANT ALL ON `" + posts.replace("_", "\\_") + "`.* TO '" + login + "'@'%'",
                "GRANT ALL ON `" + users.replace("_", "\\_") + "`.* TO '" + login + "'@'%'");
        try {
            String base = "mysql://" + login + ":s3cr3t%40p%3A1@" + server.host() + ":" + server.port() + "/";
            Map<String, String> properties = Map.of("quarkus.binds.url", base + posts + "?charset=utf8mb4",
                    "quarkus.binds.users.url", "${USERS_URL}");
            try (BlogProcess blog = BlogProcess.start(directory, Map.of("USERS_URL", base + users), properties)) {
                String address = blog.address();
                get(address + "/databases").then().statusCode(200).body("database", contains(posts, users));
                assertThat(get(address + "/").asString()).contains(login + ":***@").doesNotContain("s3cr3t");
                assertThat(given().accept("text/html").get(address + "/").asString()).contains(login + ":***@")
                        .doesNotContain("s3cr3t");
                assertThat(blog.output()).contains(login + ":***@").doesNotContain("s3cr3t");
            }
        } finally {
            server.execute("DROP USER '" + login + "'@'%'");
        }
    }

    @Test
    void wrongPasswordIsReported() {
        String url = "mysql://" + server.user() + ":s3cr3t-wrong@" + server.host() + ":" + server.port() + "/" + users;
        assertUsersFail(url, "Access denied for user '" + server.user() + "'@");
    }

    @Test
    void unknownDatabaseIsReported() {
        String url = "mysql://" + server.user() + ":" + server.password() + "@" + server.host() + ":" + server.port()
                + "/no_such_database";
        assertUsersFail(url, "no_such_database'");
    }

    /** Port 1 is reserved; no server listens there. */
    @Test
    void unreachableServerIsReported() {
        assertUsersFail("mysql://" + server.user() + ":s3cr3t-wrong@127.0.0.1:1/users", "Communications link failure");
    }

    /** Asserts one line with the bind, the masked URL and the cause, and none about the other bind. */
    private void assertUsersFail(String url, String cause) {
        try (BlogProcess blog = start(Map.of("quarkus.binds.users.url", url))) {
            assertThat(blog.exitCode()).isEqualTo(1);
            assertThat(blog.output()).doesNotContain("s3cr3t").doesNotContain("Default bind cannot connect");
            assertThat(blog.output().lines().count()).as("M9: less than a screenful").isLessThan(30);
            assertThat(blog.output().lines()).anySatisfy(line -> assertThat(line).contains("Bind 'users' cannot connect to ")
                    .contains(url.substring(url.indexOf('@') + 1)).contains(cause));
        }
    }

    /** Built for MySQL the sample has no URLs, since its own are H2's. It starts, is not ready, and names the missing key. */
    @Test
    void missingUrlIsReportedAtFirstUse() {
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), Map.of())) {
            String address = blog.address();
            assertThat(blog.output()).contains("WARN").contains("Default bind has no URL")
                    .contains("until quarkus.binds.url is set")
                    .contains("Bind 'users' has no URL").contains("until quarkus.binds.users.url is set");
            get(address + "/q/health/ready").then().statusCode(503)
                    .body(REASONS, containsInAnyOrder(containsString("set quarkus.binds.url,"),
                            containsString("set quarkus.binds.users.url,")));
            get(address + "/posts").then().statusCode(503);
            assertThat(blog.output()).contains("Default bind has no URL: set quarkus.binds.url, for example");
        }
    }

    @Test
    void unsetVariableIsRefused() {
        try (BlogProcess blog = start(Map.of("quarkus.binds.users.url", "${USERS_URL}"))) {
            assertThat(blog.exitCode()).isEqualTo(1);
            assertThat(blog.output()).contains("The URL of bind 'users' (quarkus.binds.users.url) refers to USERS_URL, which is"
                    + " not set");
        }
    }

    /** B7: the kind is fixed at build time; a URL of another kind is refused before any connection. */
    @Test
    void urlOfOtherKindIsRefused() {
        try (BlogProcess blog = start(Map.of("quarkus.binds.users.url", "h2:mem:users"))) {
            assertThat(blog.exitCode()).isEqualTo(1);
            assertThat(blog.output()).contains("The URL of bind 'users', h2:mem:users, is of the kind 'h2', but the application"
                    + " was built for 'mysql'");
        }
    }

    /** B7: a build-time key set at the start is not ignored silently. */
    @Test
    void changedBuildTimeKeyIsWarnedOf() {
        try (BlogProcess blog = start(
                Map.of("quarkus.binds.\"*\".db-kind", "h2", "quarkus.binds.users.url", server.url(users)))) {
            get(blog.address() + "/databases").then().statusCode(200).body("database", contains(posts, users));
            assertThat(blog.output()).contains("Build time property cannot be changed at runtime")
                    .contains("quarkus.binds.\"*\".db-kind is set to 'h2' but it is build time fixed to 'mysql'");
        }
    }

    private BlogProcess start(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(Map.of("quarkus.binds.url", server.url(posts)));
        all.putAll(properties);
        return BlogProcess.start(directory, Map.of(), all);
    }
}
