package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.socket.ChannelSocketFactory;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/** L9: interrupts between the permit of a borrower and the lease of a connection. */
class InterruptionTest {

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void interruptDuringPingKeepsTheConnection() throws Exception {
        AtomicBoolean interrupting = new AtomicBoolean();
        try (PoolOnServer h2 = new PoolOnServer("h2", "jdbc:h2:mem:interrupt", 1, Duration.ZERO, connection -> {
            if (interrupting.get()) {
                Thread.currentThread().interrupt();
            }
            return true;
        })) {
            h2.pool.getHeldConnection().close();
            interrupting.set(true);

            assertThatThrownBy(h2.pool::getConnection).isInstanceOf(NoConnectionException.class)
                    .hasMessageStartingWith("Interrupted while waiting for a connection of bind 'users'");

            interrupting.set(false);
            assertThat(Thread.interrupted()).as("whoever interrupted it is not ignored").isTrue();
            h2.pool.getConnection().close();
            assertThat(h2.pool.stats().created()).isEqualTo(1);
            assertThat(h2.pool.stats().lost()).isZero();
            assertThat(h2.pool.stats().active()).isZero();
        }
    }

    @Test
    void interruptedThreadSendsNoCommand() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        AtomicBoolean othersClosed = new AtomicBoolean();
        PoolSettings settings = new PoolSettings(PoolName.ofBind("look"), 1, 1, Duration.ofSeconds(30), true, Duration.ZERO,
                Duration.ZERO);
        ConnectionRegistry registry = new ConnectionRegistry(settings);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new ChannelSocketFactory().createSocket(server.getInetAddress(), server.getLocalPort());
                Connection connection = DriverManager.getConnection("jdbc:h2:mem:look")) {
            registry.add(connection, PeerSocket.take());
            PrePingValidator checkout = new PrePingValidator(settings, registry, any -> {
                asked.set(true);
                return true;
            }, null, () -> othersClosed.set(true));

            Thread.currentThread().interrupt();

            assertThat(checkout.isValid(connection)).as("it is refused later, and stays").isTrue();
            assertThat(asked).isFalse();
            assertThat(socket.isClosed()).isFalse();
            assertThat(registry.lostCount()).isZero();
            assertThat(othersClosed).isFalse();
        }
    }
}
