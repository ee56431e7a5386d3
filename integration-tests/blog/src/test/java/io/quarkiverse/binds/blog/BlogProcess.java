package io.quarkiverse.binds.blog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packaged application as a user starts it: a process with properties, an environment and a working directory. */
final class BlogProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<String> address = new CompletableFuture<>();
    private final Thread reader;

    private BlogProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read, "output of the blog");
        reader.start();
    }

    /**
     * @param directory working directory, in which it looks for {@code config/application.properties}
     * @param environment additional variables
     * @param properties given as {@code -Dname=value}
     */
    static BlogProcess start(Path directory, Map<String, String> environment, Map<String, String> properties) {
        List<String> options = new ArrayList<>(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0"));
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command(options)).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new BlogProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the command from the metadata file that the build writes. */
    private static List<String> command(List<String> options) {
        Path build = Path.of(System.getProperty("build.output.directory"));
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(build.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String path = build.resolve(artifact.getProperty("path")).toString();
        List<String> command = new ArrayList<>();
        if (artifact.getProperty("type").startsWith("native")) {
            command.add(path);
            command.addAll(options);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("-XX:TieredStopAtLevel=1"); // fast start for a process that ends soon
            command.addAll(options);
            command.addAll(List.of("-jar", path));
        }
        return command;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    address.complete(matcher.group(1));
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        address.completeExceptionally(new IllegalStateException("It ended:\n" + output));
    }

    /** Waits until it accepts requests. */
    String address() {
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new AssertionError("It did not start:\n" + output, e);
        }
    }

    /** Waits until it has ended by itself. */
    int exitCode() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It still runs:\n" + output);
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends SIGTERM and waits for the end. */
    int terminate() {
        process.toHandle().destroy(); // Process.destroy would close the output as well, and its last lines would be lost
        return exitCode();
    }

    /** Output so far. */
    String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }
}
