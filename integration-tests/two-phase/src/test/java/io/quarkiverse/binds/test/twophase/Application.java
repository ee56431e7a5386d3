package io.quarkiverse.binds.test.twophase;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Packaged application as a process of its own, which tests kill. */
final class Application implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final int START_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringBuffer log = new StringBuffer();
    private final Process process;
    private final int port;

    /**
     * Starts it and waits until it accepts requests.
     *
     * @param databaseHost address of the server, or of a proxy
     * @param log directory of its transaction log
     */
    Application(Databases databases, String databaseHost, int databasePort, Path log) throws Exception {
        List<String> command = new ArrayList<>(executable());
        String from = "mysql://" + databases.server().user() + ":" + databases.server().password() + "@" + databaseHost + ":"
                + databasePort + "/";
        // the proxy reads the commands, so they must not be encrypted
        String parameters = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        int options = command.get(0).endsWith("java") ? 1 : command.size();
        command.addAll(options, List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.binds.url=" + from + databases.payments() + parameters,
                "-Dquarkus.binds.ledger.url=" + from + databases.ledger() + parameters,
                "-Dquarkus.binds.plain.url=" + from + databases.plain() + parameters,
                "-Dquarkus.transaction-manager.node-name=" + databases.node(),
                "-Dquarkus.transaction-manager.object-store.directory=" + log.toAbsolutePath(),
                // defaults: every 2 minutes, 10 s between the two passes, and 20 s for branches without a log entry
                "-DRecoveryEnvironmentBean.periodicRecoveryPeriod=1",
                "-DRecoveryEnvironmentBean.recoveryBackoffPeriod=1",
                "-DJTAEnvironmentBean.orphanSafetyInterval=1000"));
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

    /** Output so far. */
    String log() {
        return log.toString();
    }

    /** Starts a scenario; the response may never come if the process is killed. */
    CompletableFuture<String> send(WorkScenario scenario, String name) {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/deeds/" + scenario.name() + "/" + name))
                .POST(BodyPublishers.noBody()).build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    String run(WorkScenario scenario, String name) throws Exception {
        return send(scenario, name).get(30, TimeUnit.SECONDS);
    }

    /** Ends the process by SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
