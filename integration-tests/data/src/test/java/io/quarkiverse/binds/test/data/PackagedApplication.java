package io.quarkiverse.binds.test.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application as a process of its own, which a test kills. */
final class PackagedApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final int START_SECONDS = 120;

    private final StringBuffer log = new StringBuffer();
    private final Process process;
    private final int port;

    /** Starts it and waits until it accepts requests. */
    PackagedApplication(Map<String, String> properties) throws Exception {
        List<String> command = new ArrayList<>(executable());
        List<String> options = new ArrayList<>(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=0"));
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        command.addAll(command.get(0).endsWith("java") ? 1 : command.size(), options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture<Integer> listening = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(listening), "application-log");
        reader.setDaemon(true);
        reader.start();
        port = listening.get(START_SECONDS, TimeUnit.SECONDS);
    }

    private static List<String> executable() throws IOException {
        if (Files.exists(JAR)) {
            // fast start for a process that ends soon
            return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-jar", JAR.toString());
        }
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return List.of(files.filter(file -> file.toString().endsWith("-runner")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("The application is not packaged")).toString());
        }
    }

    private void read(CompletableFuture<Integer> listening) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    listening.complete(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            log.append(e).append('\n');
        }
        listening.completeExceptionally(new IllegalStateException("The application has ended:\n" + log));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends the process by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
