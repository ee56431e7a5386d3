package io.quarkiverse.binds.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With real sockets of this machine. */
class PeerSocketTest {

    private ServerSocket server;
    private Socket client;
    private Socket peer;
    private PeerSocket socket;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new ChannelSocketFactory().createSocket();
        client.connect(server.getLocalSocketAddress(), 5_000);
        socket = PeerSocket.take();
        peer = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        peer.close();
        server.close();
    }

    /** What comes after the close is there before the look: both run through this machine only, but not at once. */
    private boolean closedSoon() {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!socket.isClosedByPeer()) {
            if (System.nanoTime() > end) {
                return false;
            }
        }
        return true;
    }

    @Test
    void anOpenOneIsNotDisturbedByTheLook() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(socket.isClosedByPeer()).isFalse();
            client.getOutputStream().write(i);
            assertThat(peer.getInputStream().read()).isEqualTo(i);
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::read);
            peer.getOutputStream().write(i + 100);
            assertThat(answer.get()).isEqualTo(i + 100);
        }
    }

    /** Also after a read with a timeout, as drivers have it. */
    @Test
    void aTimeoutOfTheDriverStays() throws Exception {
        client.setSoTimeout(5_000);
        assertThat(socket.isClosedByPeer()).isFalse();
        peer.getOutputStream().write(7);
        assertThat(client.getInputStream().read()).isEqualTo(7);
        assertThat(client.getSoTimeout()).isEqualTo(5_000);
    }

    private int read() {
        try {
            return client.getInputStream().read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneThatTheOtherSideClosedIsSeen() throws IOException {
        peer.close();
        assertThat(closedSoon()).isTrue();
    }

    @Test
    void aResetIsSeen() throws IOException {
        peer.setSoLinger(true, 0);
        peer.close();
        assertThat(closedSoon()).isTrue();
    }

    /** MySQL says why it closes (4031) before it does. */
    @Test
    void aGoodByeIsOne() throws IOException {
        peer.getOutputStream().write(1);
        assertThat(closedSoon()).isTrue();
    }

    @Test
    void oneThatIsClosedHereIsClosed() throws IOException {
        client.close();
        assertThat(socket.isClosedByPeer()).isTrue();
    }

    /** A driver would wait for its own lock, which the reader holds. */
    @Test
    void whoWaitsForASilentServerIsWoken() {
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(this::read);
        socket.cut();
        assertThat(reader).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aSocketIsTakenOnce() {
        assertThat(PeerSocket.take()).isNull();
    }
}
