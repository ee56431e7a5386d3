package io.quarkiverse.binds.test.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/**
 * Jar without an index among the dependencies of a test's application. QuarkusUnitTest indexes each additional dependency,
 * so this jar is in a Maven repository below the build directory.
 */
final class UnindexedJar {

    static final String COORDINATES = "org.acme.binds:unindexed-model:1.0";
    private static final String TAIL = "maven.repo.local.tail";

    private UnindexedJar() {
    }

    static QuarkusUnitTest beside(QuarkusUnitTest test, Class<?>... classes) {
        Path repository = Path.of("target", "unindexed-jar-repository").toAbsolutePath();
        return test
                .setBeforeAllCustomizer(() -> {
                    write(repository, classes);
                    System.setProperty(TAIL, repository.toString());
                })
                .setAfterAllCustomizer(() -> System.clearProperty(TAIL))
                .setForcedDependencies(List.of(Dependency.of("org.acme.binds", "unindexed-model", "1.0")));
    }

    private static void write(Path repository, Class<?>... classes) {
        File directory = repository.resolve("org/acme/binds/unindexed-model/1.0").toFile();
        assertThat(directory.isDirectory() || directory.mkdirs()).isTrue();
        ShrinkWrap.create(JavaArchive.class).addClasses(classes).as(ZipExporter.class)
                .exportTo(new File(directory, "unindexed-model-1.0.jar"), true);
        try {
            Files.writeString(directory.toPath().resolve("unindexed-model-1.0.pom"), """
                    <project>
                        <modelVersion>4.0.0</modelVersion>
                        <groupId>org.acme.binds</groupId>
                        <artifactId>unindexed-model</artifactId>
                        <version>1.0</version>
                        <dependencies>
                            <dependency>
                                <groupId>jakarta.persistence</groupId>
                                <artifactId>jakarta.persistence-api</artifactId>
                                <version>3.2.0</version>
                            </dependency>
                        </dependencies>
                    </project>
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
