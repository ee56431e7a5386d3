package io.quarkiverse.binds.test.codestart;

import static io.quarkus.devtools.testing.FakeExtensionCatalog.FAKE_EXTENSION_CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartCatalog;
import io.quarkus.devtools.codestarts.quarkus.QuarkusCodestartProjectInput;
import io.quarkus.devtools.messagewriter.MessageWriter;
import io.quarkus.devtools.testing.codestarts.QuarkusCodestartTesting;
import io.quarkus.maven.dependency.ArtifactCoords;

/**
 * The project that the tools of Quarkus write for the codestart. Its sources are compiled and its tests run by this module, of
 * which they are the application.
 */
class CodestartTest {

    private static final Path CODESTARTS = Path.of("../../runtime/src/main/codestarts/quarkus");

    @TempDir
    static Path project;

    @BeforeAll
    static void generate() throws IOException {
        QuarkusCodestartCatalog catalog = QuarkusCodestartCatalog.fromExtensionsCatalogAndDirectories(MessageWriter.info(),
                FAKE_EXTENSION_CATALOG, List.of(CODESTARTS));
        Map<String, Object> data = QuarkusCodestartTesting.getMockedTestInputData(Map.of());
        catalog.createProject(QuarkusCodestartProjectInput.builder()
                .addCodestart("java")
                .addCodestart("binds")
                .addExtension(ArtifactCoords.fromString("io.quarkiverse.binds:quarkus-binds::jar:0.1.0"))
                .addData(data)
                .addBoms(QuarkusCodestartTesting.getBoms(data))
                .putData("project.package-name", "com.example.shop")
                .build()).generate(project);
    }

    @Test
    void eachBindHasItsUrlInTheProperties() throws IOException {
        assertThat(Files.readAllLines(project.resolve("src/main/resources/application.properties"))).containsExactly(
                "quarkus.binds.schema=drop-and-create",
                "quarkus.binds.url=h2:mem:blog;DB_CLOSE_DELAY=-1",
                "quarkus.binds.users.schema=drop-and-create",
                "quarkus.binds.users.url=h2:mem:users;DB_CLOSE_DELAY=-1");
    }

    @Test
    void projectHasTheExtensionAndADriver() throws IOException {
        assertThat(Files.readString(project.resolve("pom.xml"))).contains("<artifactId>quarkus-binds</artifactId>",
                "<artifactId>quarkus-jdbc-h2</artifactId>", "<artifactId>quarkus-rest-jackson</artifactId>",
                "<artifactId>rest-assured</artifactId>");
    }

    @Test
    void sourcesAreInThePackageOfTheProject() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            List<Path> sources = files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            assertThat(sources).extracting(f -> f.getFileName().toString()).containsExactly("Author.java", "BlogPost.java",
                    "BlogResource.java", "BlogResourceIT.java", "BlogResourceTest.java");
            assertThat(sources).allSatisfy(f -> assertThat(f).content().startsWith("package com.example.shop;"));
        }
    }

    @Test
    void readmeHasTheRequests() throws IOException {
        assertThat(Files.readString(project.resolve("README.md")))
                .contains("curl -H 'Content-Type: application/json' -d '{\"name\":\"Ann\"}' localhost:8080/authors");
    }

    @Test
    void descriptorOfTheExtensionNamesTheArtifactOfTheCodestart() throws IOException {
        assertThat(Files.readString(Path.of("../../runtime/target/classes/META-INF/quarkus-extension.yaml")))
                .contains("artifact: \"io.quarkiverse.binds:quarkus-binds:codestarts:jar:0.1.0");
    }
}
