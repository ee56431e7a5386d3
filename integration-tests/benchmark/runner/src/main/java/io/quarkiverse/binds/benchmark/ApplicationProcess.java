package io.quarkiverse.binds.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packaged application that runs on a free local port. */
final class ApplicationProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("started in (\\d+\\.\\d+)s.*Listening on: http://[^:]+:(\\d+)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<MatchResult> started = new CompletableFuture<>();

    private ApplicationProcess(Process process) {
        this.process = process;
        // close() is not called when this JVM is terminated
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread reader = new Thread(this::read, "output of an application");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts it without waiting.
     *
     * @param properties given as {@code -Dname=value}
     */
    static ApplicationProcess start(Path jar, Map<String, String> properties) {
        return start(jar, properties, List.of());
    }

    /** @param options of the JVM, before the properties */
    static ApplicationProcess start(Path jar, Map<String, String> properties, List<String> options) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0"));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar.toString()));
        try {
            return new ApplicationProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                Matcher matcher = STARTED.matcher(line);
                if (matcher.find()) {
                    started.complete(matcher.toMatchResult());
                }
            }
        } catch (IOException e) {
            output.append(e);
        }
        started.completeExceptionally(new IllegalStateException("It ended"));
    }

    private MatchResult started() {
        try {
            return started.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The application did not start:\n" + output, e);
        }
    }

    /** Waits for the start and returns its duration as Quarkus reports it. */
    double startSeconds() {
        return Double.parseDouble(started().group(1));
    }

    /** Waits for the start and returns the port. */
    int port() {
        return Integer.parseInt(started().group(2));
    }

    /** User and system time of all its threads so far. */
    Duration cpu() {
        return process.info().totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell the CPU time of a process"));
    }

    /**
     * Figures of its JVM.
     *
     * @param allocated memory that all living threads have allocated so far, in bytes
     * @param compilation time of the JIT compilers so far
     */
    record JvmFigures(long allocated, Duration compilation) {
    }

    /** Asks the application, which has to have the resource of that name. */
    JvmFigures jvmFigures() throws IOException {
        try (Client client = new Client(port())) {
            client.exchange("GET /jvm-figures HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String[] figures = client.body().split(" ");
            return new JvmFigures(Long.parseLong(figures[0]), Duration.ofMillis(Long.parseLong(figures[1])));
        }
    }

    /** Output so far. */
    String output() {
        return output.toString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
