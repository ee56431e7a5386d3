package io.quarkiverse.binds.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs with a real socket to a server that sends nothing. */
class LoginDeadlineTest {

    private static final int LONG_MILLIS = 10_000;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = PeerSocket.open();
        socket.connect(server.getLocalSocketAddress(), 5_000);
        return socket;
    }

    @Test
    void waitForTheServerEnds() throws IOException {
        LoginDeadline deadline = LoginDeadline.start(Duration.ofMillis(200));
        try (Socket socket = connect()) {
            socket.setSoTimeout(LONG_MILLIS);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(PeerSocket::open).as("a second one").isInstanceOf(SocketTimeoutException.class);
            assertThat(deadline.end()).isTrue();
        }
    }

    @Test
    void loginInTimeIsNotCut() throws IOException {
        LoginDeadline deadline = LoginDeadline.start(Duration.ofMillis(200));
        try (Socket socket = connect(); Socket peer = server.accept()) {
            assertThat(deadline.end()).isFalse();
            assertThat(deadline.end()).as("as before").isFalse();
            socket.setSoTimeout(500);
            assertThatThrownBy(() -> socket.getInputStream().read()).as("later").isInstanceOf(SocketTimeoutException.class);
            peer.getOutputStream().write(7);
            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void laterSocketsOfTheThreadHaveNoLimit() throws IOException {
        LoginDeadline deadline = LoginDeadline.start(Duration.ofMillis(1));
        assertThatThrownBy(() -> {
            try (Socket socket = connect()) {
                socket.getInputStream().read();
            }
        }).as("before the socket is opened, while it connects or later").isInstanceOf(IOException.class);
        deadline.end();
        try (Socket socket = connect()) {
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
