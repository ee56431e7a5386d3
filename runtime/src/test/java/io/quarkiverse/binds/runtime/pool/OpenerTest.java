package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Against a server that is not there, and one that accepts and says nothing. */
class OpenerTest {

    private static final Duration LOGIN = Duration.ofMillis(700);

    private static Opener opener(String url) {
        PoolSettings settings = new PoolSettings(PoolName.ofBind("users"), 5, 15, Duration.ofSeconds(30), true,
                Duration.ofMillis(500),
                Duration.ZERO);
        return new Opener(settings, new Hosts(PoolName.ofBind("users"), "mysql", url, true),
                new AgroalConnectionFactoryConfigurationSupplier().jdbcUrl(url).principal(new NamePrincipal("ann"))
                        .credential(new SimplePassword("s3cr3t")).get(),
                new Inventory(settings), () -> {
                });
    }

    @Test
    void aServerThatRefusesIsToldAtOnceByTheNameOfTheBind() {
        // nothing listens on port 1
        Opener opener = opener("jdbc:mysql://127.0.0.1:1/users");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(opener::prepare).isInstanceOf(NoConnectionException.class).hasMessageStartingWith(
                    "Bind 'users' cannot connect to jdbc:mysql://127.0.0.1:1/users as user 'ann': Communications link failure")
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    @Test
    void ofSeveralHostsEachIsTried() {
        assertThatThrownBy(opener("jdbc:mysql://127.0.0.1:1,127.0.0.1:2/users")::prepare)
                .hasMessageContaining("127.0.0.1:1,127.0.0.1:2");
    }

    /**
     * A login is bounded, and once the server is known to be silent one thread at a time tries for all: eight at once make it
     * no more than two further logins, one that they share and one for those who came after it.
     */
    @Test
    void whoWaitsForASilentServerSharesOneLogin() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Opener opener = opener(
                    "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/users?connectTimeout=" + LOGIN.toMillis());
            assertThatThrownBy(opener::prepare).isInstanceOf(NoConnectionException.class);
            silent.accept().close();
            // who asks at once is told the same without a login
            assertThatThrownBy(opener::prepare).isInstanceOf(NoConnectionException.class);
            for (long end = System.nanoTime() + Opener.TELL_AGAIN_NANOS; System.nanoTime() <= end;) {
                Thread.onSpinWait();
            }

            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(CompletableFuture.runAsync(() -> assertThatThrownBy(opener::prepare)
                        .isInstanceOf(NoConnectionException.class).hasMessageContaining("Bind 'users' cannot connect"),
                        task -> new Thread(task).start()));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

            silent.setSoTimeout(200);
            assertThat(logins(silent)).isBetween(1, 2);
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
