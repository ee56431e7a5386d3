package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** Tests against an absent server, and against one that accepts connections without an answer. */
class ConnectionOpenerTest {

    private static final Duration LOGIN = Duration.ofMillis(700);

    private static ConnectionOpener opener(String url) {
        PoolSettings settings = new PoolSettings(PoolName.ofBind("users"), 5, 15, Duration.ofSeconds(30), true,
                Duration.ofMillis(500),
                Duration.ZERO);
        return new ConnectionOpener(settings, new FailoverConnector(PoolName.ofBind("users"), "mysql", url, true),
                new AgroalConnectionFactoryConfigurationSupplier().jdbcUrl(url).principal(new NamePrincipal("ann"))
                        .credential(new SimplePassword("s3cr3t")).get(),
                new ConnectionRegistry(settings), () -> {
                });
    }

    @Test
    void refusedConnectFailsAtOnceNamingTheBind() {
        // no server listens on port 1
        ConnectionOpener opener = opener("jdbc:mysql://127.0.0.1:1/users");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(opener::open).isInstanceOf(NoConnectionException.class).hasMessageStartingWith(
                    "Bind 'users' cannot connect to jdbc:mysql://127.0.0.1:1/users as user 'ann': Communications link failure")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    void eachOfSeveralHostsIsTried() {
        assertThatThrownBy(opener("jdbc:mysql://127.0.0.1:1,127.0.0.1:2/users")::open)
                .hasMessageContaining("127.0.0.1:1,127.0.0.1:2");
    }

    /**
     * A login is bounded in time, and for a silent server one thread at a time tries for all: eight concurrent threads
     * make at most two further logins, one that they share and one for those that came later.
     */
    @Test
    void waitingThreadsShareOneLoginToSilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ConnectionOpener opener = opener(
                    "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/users?connectTimeout=" + LOGIN.toMillis());
            assertThatThrownBy(opener::open).isInstanceOf(NoConnectionException.class);
            silent.accept().close();
            // an immediate second call gets the same failure without a login
            assertThatThrownBy(opener::open).isInstanceOf(NoConnectionException.class);
            for (long end = System.nanoTime() + ConnectionOpener.RETRY_DELAY_NANOS; System.nanoTime() <= end;) {
                Thread.onSpinWait();
            }

            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(CompletableFuture.runAsync(() -> assertThatThrownBy(opener::open)
                        .isInstanceOf(NoConnectionException.class).hasMessageContaining("Bind 'users' cannot connect"),
                        task -> new Thread(task).start()));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

            silent.setSoTimeout(200);
            assertThat(logins(silent)).isBetween(1, 2);
        }
    }

    /** L9. */
    @Test
    void interruptedLoginIsNoFailureOfTheServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ConnectionOpener opener = opener("jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/users?connectTimeout=30000");
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            Thread thread = new Thread(() -> failure.complete(catchThrowable(opener::open)), "interrupted");
            thread.start();
            silent.accept(); // it waits for the greeting

            thread.interrupt();

            Throwable thrown = failure.get(20, TimeUnit.SECONDS);
            assertThat(thrown).isInstanceOf(NoConnectionException.class)
                    .hasMessage("Interrupted while waiting for a connection of bind 'users': thread 'interrupted'");
            assertThat((Throwable) opener.lastFailure()).isNull();
            assertThat((Throwable) opener.unreachable()).isNull();
        }
    }

    private static int logins(ServerSocket silent) throws Exception {
        int logins = 0;
        while (true) {
            try {
                silent.accept().close();
                logins++;
            } catch (java.net.SocketTimeoutException e) {
                return logins;
            }
        }
    }
}
