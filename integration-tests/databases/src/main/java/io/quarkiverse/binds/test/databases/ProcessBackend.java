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
 * Server process started by this JVM and supervised by the script: it ends when the JVM ends in any way, because the
 * script reads a pipe that only this JVM holds open.
 */
final class ProcessBackend implements Backend {

    static final Login ADMIN = new Login("admin", "binds");
    private static final String LOCALHOST = "127.0.0.1";
    /** Bound for the first start on a slow machine, which initialises a data directory. */
    private static final Duration START_BOUND = Duration.ofMinutes(3);
    /** A member of a group takes most of a minute. */
    private static final Duration STOP_BOUND = Duration.ofMinutes(2);
    /** For a dozen servers. */
    private static final long ENOUGH_MEMORY = 4L << 30;

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
     * @param server a binary, or a folder with an unpacked server
     * @throws UnavailableException if it does not start, with the end of its log
     */
    static ProcessBackend start(Kind kind, String server, String way, List<String> options, Environment environment)
            throws UnavailableException {
        Path work;
        try {
            // The real path, since the server reports it; short, since a socket's path is limited to some 100 characters.
            work = Files.createTempDirectory(folder(kind), "binds-" + kind.id() + "-").toRealPath();
        } catch (IOException e) {
            throw new UnavailableException("cannot make a temporary folder: " + e.getMessage(), e);
        }
        ProcessBackend backend = new ProcessBackend(kind, server, way, options, environment, work, freePort());
        // The hook also keeps the end of the pipe reachable, and so open, when the class loader of a test is discarded.
        Runtime.getRuntime().addShutdownHook(new Thread(backend::close, "stop " + way));
        try {
            backend.launch();
            return backend;
        } catch (UnavailableException e) {
            backend.close();
            throw e;
        }
    }

    /**
     * Where data is in memory if there is enough of it: tests change their tables much, and each change is written to the disk
     * several times. What a process has written stays there when it is killed. Not for PostgreSQL, of which programs may be run
     * from its folder.
     */
    private static Path folder(Kind kind) throws IOException {
        Path memory = Path.of("/dev/shm");
        if (kind != Kind.POSTGRESQL && Files.isWritable(memory)
                && Files.getFileStore(memory).getUsableSpace() > ENOUGH_MEMORY) {
            return memory;
        }
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private synchronized void launch() throws UnavailableException {
        List<String> command = Script.command(work, environment);
        command.addAll(List.of("run", kind.id(), server, environment.cache().toString(), work.toString(),
                String.valueOf(admin.endpoint().port())));
        command.addAll(options);
        // Separate process group: the JVM handles Ctrl-C.
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

    /** Detects another server that has taken the port meanwhile. */
    private boolean isOurs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(kind.dialect.dataDirectory())) {
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
        signal(process(), kind.dialect.stopSignal());
        awaitEnd();
    }

    @Override
    public synchronized void killHard() {
        process().destroyForcibly();
        awaitEnd();
    }

    @Override
    public synchronized void freeze() {
        signal(process(), "STOP");
    }

    @Override
    public synchronized void thaw() {
        signal(process(), "CONT");
    }

    /** Process of the server; its parent, the script's process, only waits for it. */
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

    private static void signal(ProcessHandle process, String signal) {
        try {
            Script.run(List.of("kill", "-" + signal, String.valueOf(process.pid())), STOP_BOUND);
        } catch (UnavailableException e) {
            throw new IllegalStateException("The server cannot be stopped: " + e.getMessage(), e);
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

    /** Not synchronized: a JVM that ends does not wait for a start in progress, which then fails. */
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
            // The script continues without this thread.
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the data of a server that was not running; of a running one the script has removed it. */
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

    /** Chooses a port below the range of outgoing connections, so that a restarted server finds its port free. */
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
