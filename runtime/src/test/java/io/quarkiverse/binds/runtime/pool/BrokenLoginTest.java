package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** A1: number of attempts of a login that fails. */
class BrokenLoginTest {

    private interface Answer {
        void to(Socket client) throws IOException;
    }

    /** Gives each login the same answer, and counts the logins. */
    private static final class Server implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger logins = new AtomicInteger();

        Server(Answer answer) throws IOException {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        Socket client = listener.accept();
                        logins.incrementAndGet();
                        answer.to(client);
                    }
                } catch (IOException e) {
                    // the server is closed
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        String url(String kind) {
            return "jdbc:" + kind + "://127.0.0.1:" + listener.getLocalPort() + "/users?connectTimeout=300"
                    + (kind.equals("mariadb") ? "&socketTimeout=300" : "");
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }

    private static int logins(String kind, Answer answer) throws Exception {
        try (Server server = new Server(answer)) {
            FailoverConnector hosts = new FailoverConnector(PoolName.ofBind("users"), kind, server.url(kind), true);
            Properties ann = new Properties();
            ann.put("user", "ann");
            assertThatThrownBy(() -> hosts.connect(ann)).isInstanceOf(NoConnectionException.class);
            return server.logins.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void disconnectedLoginIsRetriedOnce(String kind) throws Exception {
        assertThat(logins(kind, Socket::close)).as("closed in form").isEqualTo(2);
        assertThat(logins(kind, client -> {
            client.setSoLinger(true, 0);
            client.close();
        })).as("reset").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void unansweredLoginIsNotRetried(String kind) throws Exception {
        assertThat(logins(kind, client -> {
            // no answer
        })).isEqualTo(1);
    }

    /** Error packet of MariaDB for a killed connection. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void killedLoginIsRetriedOnce(String kind) throws Exception {
        assertThat(logins(kind, client -> refuse(client, 1927, "70100Connection was killed"))).isEqualTo(2);
    }

    /** Error packet of the servers for too many connections. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void refusedLoginIsNotRetried(String kind) throws Exception {
        assertThat(logins(kind, client -> refuse(client, 1040, "08004Too many connections"))).isEqualTo(1);
    }

    /** Sends an error packet in place of the greeting. */
    private static void refuse(Socket client, int code, String stateAndMessage) throws IOException {
        byte[] message = ("#" + stateAndMessage).getBytes(StandardCharsets.US_ASCII);
        byte[] packet = new byte[4 + 3 + message.length];
        packet[0] = (byte) (packet.length - 4);
        packet[4] = (byte) 0xff;
        packet[5] = (byte) (code & 0xff);
        packet[6] = (byte) (code >> 8);
        System.arraycopy(message, 0, packet, 7, message.length);
        client.getOutputStream().write(packet);
        client.close();
    }
}
