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

/** A1: how often a login is tried that cannot succeed. */
class BrokenLoginTest {

    private interface Answer {
        void to(Socket client) throws IOException;
    }

    /** Answers each login in the same way, and counts them. */
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
                    // closed
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
            Hosts hosts = new Hosts(PoolName.ofBind("users"), kind, server.url(kind), true);
            Properties ann = new Properties();
            ann.put("user", "ann");
            assertThatThrownBy(() -> hosts.connect(ann)).isInstanceOf(NoConnectionException.class);
            return server.logins.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void oneThatIsBrokenOffIsTriedOnceMore(String kind) throws Exception {
        assertThat(logins(kind, Socket::close)).as("closed in form").isEqualTo(2);
        assertThat(logins(kind, client -> {
            client.setSoLinger(true, 0);
            client.close();
        })).as("reset").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void oneThatIsNotAnsweredIsNot(String kind) throws Exception {
        assertThat(logins(kind, client -> {
            // says nothing
        })).isEqualTo(1);
    }

    /** As MariaDB says that somebody has killed it. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void soIsOneThatIsKilledInForm(String kind) throws Exception {
        assertThat(logins(kind, client -> refuse(client, 1927, "70100Connection was killed"))).isEqualTo(2);
    }

    /** As the servers say that they have too many connections. */
    @ParameterizedTest
    @ValueSource(strings = { "mysql", "mariadb" })
    void norIsOneThatIsRefusedInForm(String kind) throws Exception {
        assertThat(logins(kind, client -> refuse(client, 1040, "08004Too many connections"))).isEqualTo(1);
    }

    /** An error in place of the greeting. */
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
