package io.quarkiverse.binds.runtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

/** Runs with real sockets of this machine. */
class PeerSocketTest extends ConnectedSockets {

    /** Waits for the close, which takes effect with a delay even on the loopback interface. */
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
    void checkDoesNotDisturbOpenSocket() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(socket.isClosedByPeer()).isFalse();
            client.getOutputStream().write(i);
            assertThat(peer.getInputStream().read()).isEqualTo(i);
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::read);
            peer.getOutputStream().write(i + 100);
            assertThat(answer.get()).isEqualTo(i + 100);
        }
    }

    /** The check keeps the driver's read timeout, also after a read. */
    @Test
    void checkKeepsReadTimeoutOfDriver() throws Exception {
        client.setSoTimeout(5_000);
        assertThat(socket.isClosedByPeer()).isFalse();
        peer.getOutputStream().write(7);
        assertThat(client.getInputStream().read()).isEqualTo(7);
        assertThat(client.getSoTimeout()).isEqualTo(5_000);
    }

    @Test
    void closeByPeerIsDetected() throws IOException {
        peer.close();
        assertThat(closedSoon()).isTrue();
    }

    @Test
    void resetByPeerIsDetected() throws IOException {
        peer.setSoLinger(true, 0);
        peer.close();
        assertThat(closedSoon()).isTrue();
    }

    /** MySQL sends error 4031 before it closes the connection. */
    @Test
    void dataFromPeerIsDetectedAsClose() throws IOException {
        peer.getOutputStream().write(1);
        assertThat(closedSoon()).isTrue();
    }

    @Test
    void ownCloseIsDetected() throws IOException {
        client.close();
        assertThat(socket.isClosedByPeer()).isTrue();
    }

    /** The driver's own close would wait for its lock, which the reading thread holds. */
    @Test
    void cutEndsWaitForSilentServer() {
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(this::read);
        socket.cut();
        assertThat(reader).failsWithin(Duration.ofSeconds(5));
    }

    @Test
    void socketIsTakenOnce() {
        assertThat(PeerSocket.take()).isNull();
    }
}
