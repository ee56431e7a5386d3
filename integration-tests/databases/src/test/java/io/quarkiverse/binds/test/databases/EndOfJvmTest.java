package io.quarkiverse.binds.test.databases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.test.support.Await;

/** A server started here does not outlive its JVM. */
class EndOfJvmTest {

    @ParameterizedTest(name = "killed hard: {0}")
    @ValueSource(booleans = { true, false })
    void endOfJvmStopsServerAndRemovesItsData(boolean hard) throws Exception {
        Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Holder.class.getName()).redirectErrorStream(true).start();
        try {
            String[] words = awaitServer(jvm).split(" ");
            Admin server = new Admin(new Endpoint(Kind.MYSQL, "127.0.0.1", Integer.parseInt(words[1]), ""), new Login("", ""));
            Path work = Path.of(words[2]).getParent();
            assertTrue(server.listens(), "the server is not there while its JVM is");

            if (hard) {
                jvm.destroyForcibly();
            } else {
                jvm.destroy();
            }

            // A container is removed by Testcontainers' own watchdog, and that waits ten seconds.
            Await.until("the server ends with its JVM", Duration.ofSeconds(30), () -> !server.listens());
            Await.until(work + " is removed", Duration.ofSeconds(10), () -> !Files.exists(work));
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static String awaitServer(Process jvm) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("server ")) {
                return line;
            }
            output.append(line).append('\n');
        }
        throw new AssertionError("the JVM ended without a server:\n" + output);
    }
}
