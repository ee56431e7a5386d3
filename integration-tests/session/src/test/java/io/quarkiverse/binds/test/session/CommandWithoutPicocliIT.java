package io.quarkiverse.binds.test.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command of migrations on a packaged application that has neither Picocli nor Flyway, as this module. */
@Tag("packaged-only")
class CommandWithoutPicocliIT {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path directory;

    @Test
    void commandIsAnsweredWithTheMissingDependencyInsteadOfServing() throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the process ends").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }

        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(lines).containsExactly("The commands need Picocli: add the dependency info.picocli:picocli, whose version is"
                + " that of the Quarkus BOM");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    private static List<String> command() throws IOException {
        if (Files.exists(JAR)) {
            return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-Dquarkus.http.port=0", "-jar", JAR.toAbsolutePath().toString(), "db", "check");
        }
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return List.of(files.filter(file -> file.toString().endsWith("-runner")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("The application is not packaged")).toString(),
                    "-Dquarkus.http.port=0", "db", "check");
        }
    }
}
