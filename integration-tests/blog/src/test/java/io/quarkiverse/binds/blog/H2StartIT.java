package io.quarkiverse.binds.blog;

import static io.quarkiverse.binds.blog.Api.json;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifact of a default build, started without any configuration or installed server. */
@Tag("smoke")
class H2StartIT {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    Path directory;

    /** B8: starts without configuration, and stops on SIGTERM. */
    @Test
    void startsInMemoryWithoutConfiguration() {
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), Map.of())) {
            get(blog.address() + "/databases").then().statusCode(200).body("database", contains("BLOG", "USERS"));
            assertThat(blog.terminate()).isEqualTo(SIGTERM);
            assertThat(blog.output()).contains("Default bind: h2, h2:mem:blog").contains("Bind 'users': h2, h2:mem:users")
                    .contains(" stopped in ").doesNotContain("ERROR").doesNotContain("WARN");
        }
    }

    @Test
    void rowsInFilesSurviveRestart() {
        Map<String, String> properties = Map.of("quarkus.binds.url", "h2:file:./blog;MODE=MySQL", "quarkus.binds.users.url",
                "h2:file:./users;MODE=MySQL");
        String location;
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), properties)) {
            location = json(Map.of("name", "mia")).post(blog.address() + "/users").then().statusCode(201).extract()
                    .header("Location");
            blog.terminate();
        }
        assertThat(directory.resolve("blog.mv.db")).exists();
        assertThat(directory.resolve("users.mv.db")).exists();
        String path = location.substring(location.indexOf("/users/"));
        try (BlogProcess blog = BlogProcess.start(directory, Map.of(), properties)) {
            get(blog.address() + path).then().statusCode(200).body("name", equalTo("mia"));
        }
    }

    /** B7: the kind of database is fixed when the application is built. */
    @Test
    void urlOfOtherKindIsRefused() {
        Map<String, String> environment = Map.of("QUARKUS_BINDS_URL", "mysql://ann:s3cr3t@127.0.0.1:1/blog");
        try (BlogProcess blog = BlogProcess.start(directory, environment, Map.of())) {
            assertThat(blog.exitCode()).isEqualTo(1);
            assertThat(blog.output()).doesNotContain("s3cr3t")
                    .contains("The URL of the default bind, mysql://ann:***@127.0.0.1:1/blog, is of the kind 'mysql', but the"
                            + " application was built for 'h2'")
                    .contains("quarkus.binds.db-kind=mysql");
        }
    }

    /** The artifact that answers the pages of the Dev UI is left out. A native executable has no libraries to look at. */
    @Test
    void nothingOfDevModeIsInTheArtifact() throws IOException {
        Path libraries = Path.of(System.getProperty("build.output.directory"), "quarkus-app", "lib", "main");
        assumeThat(libraries).exists();
        try (Stream<Path> files = Files.list(libraries)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.contains("quarkus-binds")))
                    .hasSize(2).allMatch(file -> file.matches(".*quarkus-binds(-sockets)?-\\d.*"));
        }
    }
}
