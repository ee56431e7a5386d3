package io.quarkiverse.binds.test.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run of the packaged application with arguments, in a working directory of its own.
 *
 * @param output standard output
 * @param errors standard error
 */
record PackagedCommand(int exitCode, String output, String errors) {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final int PATIENCE_SECONDS = 120;

    /** @param properties such as {@code quarkus.http.port=0} */
    static PackagedCommand run(Path directory, List<String> properties, String... arguments) throws Exception {
        List<String> command = command(properties);
        command.addAll(Arrays.asList(arguments));
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("It still runs:\n" + Files.readString(output) + Files.readString(errors));
        }
        return new PackagedCommand(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    /**
     * Starts the application without a command.
     *
     * @param log name of the file with what it prints
     */
    static Process start(Path directory, String log, List<String> properties) throws IOException {
        return new ProcessBuilder(command(properties)).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile()).start();
    }

    private static List<String> command(List<String> properties) throws IOException {
        List<String> command = new ArrayList<>();
        List<String> options = properties.stream().map(property -> "-D" + property).toList();
        if (Files.exists(JAR)) {
            // fast start for a process that ends soon
            command.addAll(
                    List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
            command.addAll(options);
            command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        } else {
            command.add(nativeExecutable());
            command.addAll(options);
        }
        return command;
    }

    private static String nativeExecutable() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-runner")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("The application is not packaged")).toAbsolutePath()
                    .toString();
        }
    }
}
