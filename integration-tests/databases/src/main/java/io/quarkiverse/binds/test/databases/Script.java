package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the script beside this class, and short programs. */
final class Script {

    private static final String NAME = "server.sh";

    private Script() {
    }

    /** Copies the script into the folder and returns the command that runs it. */
    static List<String> command(Path folder, Environment environment) throws UnavailableException {
        String bash = environment.program("bash").orElseThrow(() -> new UnavailableException("there is no bash on the PATH"))
                .toString();
        Path file = folder.resolve(NAME);
        try (InputStream script = Script.class.getResourceAsStream(NAME)) {
            Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnavailableException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return new ArrayList<>(List.of(bash, file.toString()));
    }

    /**
     * Runs a program to its end.
     *
     * @return its standard output, stripped
     * @throws UnavailableException if it fails or takes too long, with the end of its standard error
     */
    static String run(List<String> command, Duration bound) throws UnavailableException {
        Path out = null;
        Path err = null;
        Process process = null;
        try {
            // Files instead of pipes: a surviving child of the program could keep a pipe open.
            out = Files.createTempFile("binds-", ".out");
            err = Files.createTempFile("binds-", ".err");
            process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnavailableException("no end after " + bound.toSeconds() + " s: " + String.join(" ", command));
            }
            if (process.exitValue() != 0) {
                throw new UnavailableException(tail(err, 5));
            }
            return Files.readString(out, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UnavailableException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command.get(0), e);
        } finally {
            if (process != null && process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            delete(out);
            delete(err);
        }
    }

    /** Last lines of a file, or an empty string if it does not exist. */
    static String tail(Path file, int lines) {
        try {
            List<String> all = Files.readString(file, StandardCharsets.UTF_8).strip().lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
