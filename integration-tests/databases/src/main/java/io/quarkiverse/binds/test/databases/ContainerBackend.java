package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

import com.github.dockerjava.api.DockerClient;

/** A server in a container; Testcontainers removes it after this JVM, however that ends. */
final class ContainerBackend implements Backend {

    private static final String PASSWORD = "binds";
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;

    private final Container container;
    private final Admin admin;
    private boolean closed;

    private ContainerBackend(Container container, Admin admin) {
        this.container = container;
        this.admin = admin;
    }

    static ContainerBackend start(Kind kind, List<String> options) throws UnavailableException {
        Container container = null;
        try {
            container = new Container(kind, options);
            container.start();
            Admin admin = new Admin(new Endpoint(kind, container.getHost(), container.port, ""),
                    new Login(kind.dialect.administrator(), PASSWORD));
            ContainerBackend backend = new ContainerBackend(container, admin);
            backend.awaitReady();
            Runtime.getRuntime().addShutdownHook(new Thread(backend::close, "stop " + backend.way()));
            return backend;
        } catch (RuntimeException | IOException | UnavailableException e) {
            if (container != null) {
                container.stop();
            }
            throw new UnavailableException("an engine answers, but the container does not start: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private void awaitReady() throws UnavailableException {
        Readiness.await(admin, BOUND, container::isRunning, connection -> true, () -> {
            String log = container.getLogs();
            return log.substring(Math.max(0, log.length() - 1000));
        });
    }

    @Override
    public Admin admin() {
        return admin;
    }

    @Override
    public String way() {
        return "in Docker, image " + container.getDockerImageName();
    }

    @Override
    public synchronized void stop() {
        docker().stopContainerCmd(container.getContainerId()).withTimeout(STOP_SECONDS).exec();
    }

    @Override
    public synchronized void killHard() {
        docker().killContainerCmd(container.getContainerId()).withSignal("KILL").exec();
        docker().waitContainerCmd(container.getContainerId()).start().awaitStatusCode();
    }

    @Override
    public synchronized void freeze() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public synchronized void thaw() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public synchronized void startAgain() {
        docker().startContainerCmd(container.getContainerId()).exec();
        try {
            awaitReady();
        } catch (UnavailableException e) {
            throw new IllegalStateException("The server does not start again: " + e.getMessage(), e);
        }
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            container.stop();
        }
    }

    /** Image with the options only and without a configuration file, since tests rely on the server's defaults. */
    private static final class Container extends GenericContainer<Container> {

        private final int port;

        Container(Kind kind, List<String> options) throws IOException {
            super(DockerImageName.parse("docker.io/library/" + kind.image));
            // Fixed: Docker would give a container another port when it starts again.
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            addFixedExposedPort(port, kind.dialect.defaultPort());
            withEnv(kind.dialect.containerEnvironment(kind, PASSWORD));
            List<String> command = new ArrayList<>(kind.dialect.containerOptions());
            command.addAll(options);
            withCommand(command.toArray(String[]::new));
            // The caller waits for a login: the image listens while it still sets itself up.
            waitingFor(new AbstractWaitStrategy() {
                @Override
                protected void waitUntilReady() {
                }
            });
        }
    }
}
