package io.quarkiverse.binds.test.databases;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks whether a Docker engine answers. Testcontainers would check as well, but slowly and with stack traces in the log;
 * an installed Docker client proves no engine.
 */
final class DockerEngine {

    private static final long BOUND_MILLIS = 2000;
    private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
    private static final int PORT = 2375;

    private DockerEngine() {
    }

    /** @throws UnavailableException if none answers within two seconds */
    static void check(Environment environment) throws UnavailableException {
        String host = environment.variable("DOCKER_HOST");
        if (host != null && !host.isBlank()) {
            check(host, environment);
            return;
        }
        List<String> reasons = new ArrayList<>();
        for (Path socket : environment.dockerSockets()) {
            if (!Files.exists(socket)) {
                reasons.add(socket + " does not exist");
                continue;
            }
            try {
                ping(UnixDomainSocketAddress.of(socket), StandardProtocolFamily.UNIX, true);
                return;
            } catch (IOException e) {
                reasons.add(socket + ": " + e.getMessage());
            }
        }
        throw new UnavailableException("no Docker engine answers: " + String.join(", ", reasons));
    }

    private static void check(String host, Environment environment) throws UnavailableException {
        try {
            URI uri = URI.create(host.strip());
            if ("unix".equals(uri.getScheme())) {
                ping(UnixDomainSocketAddress.of(uri.getPath()), StandardProtocolFamily.UNIX, true);
            } else {
                // Over TLS only the connection is tried.
                String tls = environment.variable("DOCKER_TLS_VERIFY");
                SocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort());
                ping(address, StandardProtocolFamily.INET, tls == null || tls.isBlank());
            }
        } catch (IOException | RuntimeException e) {
            throw new UnavailableException("no Docker engine answers at DOCKER_HOST=" + host + ": " + e.getMessage(), e);
        }
    }

    private static void ping(SocketAddress address, StandardProtocolFamily family, boolean http) throws IOException {
        long end = System.nanoTime() + BOUND_MILLIS * 1_000_000;
        // Non-blocking, since sockets of that family have no timeout: an engine that accepts and stays silent must not block
        // the tests.
        try (SocketChannel channel = SocketChannel.open(family); Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                await(channel, selector, SelectionKey.OP_CONNECT, end);
                channel.finishConnect();
            }
            if (!http) {
                return;
            }
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            while (answer.position() < "HTTP/1.1 200".length()) {
                await(channel, selector, SelectionKey.OP_READ, end);
                if (channel.read(answer) < 0) {
                    break;
                }
            }
            String line = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            if (!line.matches("(?s)HTTP/1\\.[01] 200.*")) {
                throw new IOException("it answers " + (line.isEmpty() ? "nothing" : line.lines().findFirst().orElse("")));
            }
        }
    }

    private static void await(SocketChannel channel, Selector selector, int operation, long end) throws IOException {
        channel.register(selector, operation);
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("no answer within " + BOUND_MILLIS + " ms");
        }
        selector.selectedKeys().clear();
    }
}
