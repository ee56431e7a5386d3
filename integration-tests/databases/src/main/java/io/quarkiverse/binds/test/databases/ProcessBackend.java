package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A server process of ours, under the watch of the script: it ends when this JVM ends, however that happens, because
 * the script reads a pipe that only this JVM holds.
 */
final class ProcessBackend implements Backend {

    private static final Login ADMIN = new Login("admin", "binds");
    private static final String LOCALHOST = "127.0.0.1";
    /** The first start on a slow machine initialises a data directory. */
    private static final Duration START_BOUND = Duration.ofMinutes(3);
    private static final Duration STOP_BOUND = Duration.ofMinutes(1);

    private final Kind kind;
    private final String server;
    private final String way;
    private final List<String> options;
    private final Environment environment;
    private final Path work;
    private final Admin admin;
    private volatile Process script;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ProcessBackend(Kind kind, String server, String way, List<String> options, Environment environment, Path work,
            int port) {
        this.kind = kind;
        this.server = server;
        this.way = way;
        this.options = options;
        this.environment = environment;
        this.work = work;
        this.admin = new Admin(new Endpoint(kind, LOCALHOST, port, ""), ADMIN);
    }

    /**
     * @param server a binary, or a folder that the script has unpacked a server into
     * @throws UnavailableException if it does not start, with the end of its log
     */
    static ProcessBackend start(Kind kind, String server, String way, List<String> options, Environment environment)
            throws UnavailableException {
        Path work;
        try {
            // The real path, for the server reports it; short, for a socket's path is limited to some 100 characters.
            work = Files.createTempDirectory("binds-" + kind.id() + "-").toRealPath();
        } catch (IOException e) {
            throw new UnavailableException("cannot make a temporary folder: " + e.getMessage(), e);
        }
        ProcessBackend backend = new ProcessBackend(kind, server, way, options, environment, work, freePort());
        // It also keeps the pipe's end reachable, and so open, when the class loader of a test is thrown away.
        Runtime.getRuntime().addShutdownHook(new Thread(backend::close, "stop " + way));
        try {
            backend.launch();
            return backend;
        } catch (UnavailableException e) {
            backend.close();
            throw e;
        }
    }

    private synchronized void launch() throws UnavailableException {
        List<String> command = Script.command(work, environment);
        command.addAll(List.of("run", kind.id(), server, environment.cache().toString(), work.toString(),
                String.valueOf(admin.endpoint().port())));
        command.addAll(options);
        // Away from the terminal's process group: Ctrl-C is the JVM's to handle.
        environment.program("setsid").ifPresent(setsid -> command.add(0, setsid.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(work.resolve("script.err").toFile());
        builder.environment().put("SERVER_ADMIN_PASSWORD", ADMIN.password());
        try {
            script = builder.start();
        } catch (IOException e) {
            throw new UnavailableException(e.getMessage(), e);
        }
        Readiness.await(admin, START_BOUND, script::isAlive, this::isOurs, this::problem);
    }

    /** Another server could have taken the port just before ours. */
    private boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SELECT @@datadir")) {
            return row.next() && Path.of(row.getString(1)).equals(work.resolve("data"));
        }
    }

    private String problem() {
        String text = Script.tail(work.resolve("script.err"), 5) + "\n" + Script.tail(work.resolve("error.log"), 8);
        return text.isBlank() ? "the server ended without a word" : text.strip();
    }

    @Override
    public Admin admin() {
        return admin;
    }

    @Override
    public String way() {
        return way;
    }

    @Override
    public synchronized void stop() {
        process().destroy();
        awaitEnd();
    }

    @Override
    public synchronized void killHard() {
        process().destroyForcibly();
        awaitEnd();
    }

    /** The server's own process; that of the script, its parent, only waits for it. */
    private ProcessHandle process() {
        try {
            long id = Long.parseLong(Files.readString(work.resolve("pid")).strip());
            return ProcessHandle.of(id).orElseThrow(() -> new IllegalStateException("The server is not running"));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The server is not running", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!script.waitFor(STOP_BOUND.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server has not ended after " + STOP_BOUND.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server's end", e);
        }
    }

    @Override
    public synchronized void startAgain() {
        if (closed.get() || script.isAlive()) {
            throw new IllegalStateException(closed.get() ? "The server is closed" : "The server is running");
        }
        try {
            launch();
        } catch (UnavailableException e) {
            throw new IllegalStateException("The server does not start again: " + e.getMessage(), e);
        }
    }

    /** Not synchronized: a JVM that ends does not wait for a start under way, which then fails. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            Process running = script;
            if (running != null && running.isAlive()) {
                running.getOutputStream().close();
                running.waitFor(STOP_BOUND.toSeconds(), TimeUnit.SECONDS);
            }
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            // The script goes on without us.
            Thread.currentThread().interrupt();
        }
    }

    /** For a server that was not running: else the script has removed it. */
    private void delete() throws IOException {
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Below the range that systems give to outgoing connections, so that a stopped server finds its port free again. */
    private static int freePort() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                // taken: try another
            }
        }
        throw new IllegalStateException("no free port between 20000 and 30000");
    }
}
