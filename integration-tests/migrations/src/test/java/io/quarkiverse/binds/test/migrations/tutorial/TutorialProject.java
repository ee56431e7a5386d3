package io.quarkiverse.binds.test.migrations.tutorial;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;

/** The directory of a project whose application is built with the dependencies of this module, as by {@code mvn package}. */
final class TutorialProject {

    private static final int PATIENCE_SECONDS = 180;

    private final Path directory;
    private final Map<String, String> environment;

    /** @param environment of the commands */
    TutorialProject(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** Compiles the sources and packages the application. */
    void build() throws Exception {
        Path target = directory.resolve("target");
        Path classes = Files.createDirectories(target.resolve("classes"));
        compile(classes);
        copyResources(classes);
        try (CuratedApplication application = QuarkusBootstrap.builder()
                .setApplicationRoot(classes)
                .setProjectRoot(Path.of("").toAbsolutePath())
                .setTargetDirectory(target)
                .setBaseName("shop")
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setLocalProjectDiscovery(true)
                .setIsolateDeployment(true)
                .build().bootstrap()) {
            application.createAugmentor().createProductionApplication();
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-parameters", "-d", classes.toString(), "-cp",
                    System.getProperty("java.class.path"));
            if (!compiler.getTask(errors, files, null, options, null,
                    files.getJavaFileObjectsFromPaths(files("src/main/java"))).call()) {
                throw new AssertionError(errors.toString());
            }
        }
    }

    private void copyResources(Path classes) throws IOException {
        Path resources = directory.resolve("src/main/resources");
        for (Path file : files("src/main/resources")) {
            Path copy = classes.resolve(resources.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(file));
        }
    }

    private List<Path> files(String below) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(below))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Runs a script of bash; output and errors are one text. */
    String run(String script) throws Exception {
        Path output = directory.resolve("target/output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile());
        shell.environment().putAll(environment);
        Process process = shell.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError("It still runs:\n" + Files.readString(output));
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
