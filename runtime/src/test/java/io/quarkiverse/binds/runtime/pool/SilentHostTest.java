package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.test.databases.BlackHole;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.Relay;
import io.quarkiverse.binds.test.support.Await;

/** M6: hosts that accept connections and answer nothing, beside others: with real sockets, in front of a real server. */
class SilentHostTest {

    /** Longer than any delay of a busy machine. */
    private static final Duration LONG_LOGIN = Duration.ofSeconds(20);
    private static final Duration SHORT_LOGIN = Duration.ofMillis(1200);
    /** No server listens there. */
    private static final String REFUSING = "127.0.0.1:1";

    private final DatabaseServer server = server();
    private final String direct = server.host() + ":" + server.port();
    private BlackHole first;
    private BlackHole second;

    DatabaseServer server() {
        return MySql.shared();
    }

    String kind() {
        return "mysql";
    }

    String url(Duration login, String... addresses) {
        return "jdbc:" + kind() + "://" + String.join(",", addresses) + "/?connectTimeout=" + login.toMillis();
    }

    /** In the error of a login without an answer. */
    String noAnswer() {
        return "Read timed out";
    }

    @BeforeEach
    void openRelays() throws IOException {
        first = new BlackHole(server.host(), server.port());
        second = new BlackHole(server.host(), server.port());
    }

    @AfterEach
    void closeRelays() throws IOException {
        first.close();
        second.close();
    }

    /** A primary that is cut off costs the first login after it a part of its time, and further logins nothing. */
    @Test
    void silentHostHasPartOfTheTimeAndIsAskedOnce() throws Exception {
        FailoverConnector hosts = connector(LONG_LOGIN, address(first), direct);
        assertConnects(hosts);
        long forwarded = first.accepted();
        assertThat(forwarded).isPositive();
        first.swallow();

        assertThat(seconds(() -> assertConnects(hosts))).isLessThan(LONG_LOGIN.toSeconds() / 2.0);
        for (int i = 0; i < 10; i++) {
            assertConnects(hosts);
        }
        assertThat(first.accepted() - forwarded).as("the login, and one in the background").isLessThanOrEqualTo(2);
    }

    @Test
    void poolsOfOneBindShareWhatIsKnown() throws Exception {
        SilentHosts known = new SilentHosts(LONG_LOGIN);
        first.swallow();
        assertConnects(connector(known, LONG_LOGIN, address(first), direct));
        Await.until("the first login is given up", () -> first.held() == 1);
        long accepted = first.accepted();

        assertConnects(connector(known, LONG_LOGIN, address(first), direct));

        assertThat(first.accepted()).isEqualTo(accepted);
    }

    /** As during an election: the former primary is silent, and the other hosts do not take writes yet. */
    @Test
    void outageIsAnsweredAtOnceOnceItIsKnown() throws Exception {
        FailoverConnector hosts = connector(Duration.ofSeconds(4), address(first), REFUSING);
        first.swallow();
        assertThat(seconds(() -> assertFails(hosts))).as("it may answer").isGreaterThan(3.5);

        double slowest = 0;
        for (int i = 0; i < 5; i++) {
            slowest = Math.max(slowest, seconds(() -> assertFails(hosts)));
        }
        assertThat(slowest).isLessThan(2);
    }

    @Test
    void failureNamesTheSilentHostsError() {
        FailoverConnector hosts = connector(SHORT_LOGIN, address(first), REFUSING);
        first.swallow();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> connect(hosts)).isInstanceOf(NoConnectionException.class)
                    .hasMessageContainingAll("Bind 'users' cannot connect to", noAnswer());
        }
    }

    @Test
    void hostThatIsBackIsUsedAgain() throws Exception {
        FailoverConnector hosts = connector(SHORT_LOGIN, address(first), REFUSING);
        first.swallow();
        assertFails(hosts);
        assertFails(hosts);

        first.forward();

        Await.until("it is used", () -> connects(hosts));
        long accepted = first.accepted();
        assertConnects(hosts);
        assertThat(first.accepted()).as("it is asked no more").isEqualTo(accepted + 1);
    }

    /** A mark from before a time without traffic is too old to refuse a borrower. */
    @Test
    void hostThatCameBackInSilenceRefusesNobody() {
        FailoverConnector hosts = connector(SHORT_LOGIN, address(first), REFUSING);
        first.swallow();
        assertFails(hosts);
        assertFails(hosts);
        Await.until("the last login in the background has ended", () -> first.accepted() >= 3 && first.held() == 0);
        first.forward();
        long back = System.nanoTime();
        Await.until("it was long ago", () -> System.nanoTime() - back > 3 * SHORT_LOGIN.toNanos());

        assertConnects(hosts);
    }

    /** Nobody is refused because of what is known: with no other host, a borrower waits for an answer. */
    @Test
    void silentHostsAreAwaitedIfThereAreNoOthers() throws Exception {
        FailoverConnector hosts = connector(SHORT_LOGIN, address(first), address(second));
        first.swallow();
        second.swallow();
        for (int i = 0; i < 2; i++) {
            assertThat(seconds(() -> assertFails(hosts))).isBetween(SHORT_LOGIN.toMillis() / 1e3, 15.0);
        }
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> connects(hosts) || connects(hosts));
        second.forward();
        assertThat(waiting.join()).as("the second host is back").isTrue();
    }

    /** A busy server may need more time than the others are kept waiting. */
    @Test
    void slowHostIsNotTakenForSilent() throws Exception {
        try (Relay slow = new SlowRelay(server, SHORT_LOGIN.dividedBy(2))) {
            FailoverConnector hosts = connector(Duration.ofSeconds(10).plus(SHORT_LOGIN), REFUSING, "127.0.0.1:" + slow.port());
            for (int i = 0; i < 3; i++) {
                assertConnects(hosts);
            }
        }
        try (Relay slow = new SlowRelay(server, Duration.ofMillis(1300))) {
            FailoverConnector hosts = connector(Duration.ofSeconds(10), REFUSING, "127.0.0.1:" + slow.port());
            for (int i = 0; i < 3; i++) {
                assertConnects(hosts);
            }
        }
    }

    /** After a ping without an answer, the host is asked in the background only. */
    @Test
    void idleConnectionsCostPartOfTheTimeOnce() throws Exception {
        try (PoolOnServer pool = pool(Duration.ZERO)) {
            for (Connection connection : borrowed(pool, 4)) {
                connection.close();
            }
            first.swallow();
            long accepted = first.accepted();
            assertThat(seconds(() -> assertLends(pool))).isLessThan(15);
            assertThat(first.accepted() - accepted).as("logins to the silent host").isLessThanOrEqualTo(1);
        }
    }

    /** A connection that was used a moment ago is pinged too, if others that are lent have not come back since. */
    @Test
    void whileOthersMayWaitForSilentHostNobodyGetsItsConnections() throws Exception {
        try (PoolOnServer pool = pool(Duration.ofHours(1))) {
            List<Connection> lent = borrowed(pool, 2);
            lent.get(0).close();
            long used = System.nanoTime();
            first.swallow();
            Await.until("the server would have answered", () -> System.nanoTime() - used > 200_000_000);

            assertThat(seconds(() -> assertLends(pool))).isLessThan(15);
        }
    }

    /** Of connections to the first host, which are pinged after that idle time. */
    private PoolOnServer pool(Duration prePingIdle) {
        String separator = kind().equals("postgresql") ? "?" : "&";
        String url = url(LONG_LOGIN, address(first), direct) + separator + "user=" + server.user() + "&password="
                + server.password() + "&socketTimeout=" + (kind().equals("postgresql") ? "30" : "30000");
        return new PoolOnServer(kind(), url, 5, prePingIdle, ConnectionValidator.defaultValidator());
    }

    private static List<Connection> borrowed(PoolOnServer pool, int number) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(pool.pool.getConnection());
        }
        return all;
    }

    private static void assertLends(PoolOnServer pool) {
        try (Connection connection = pool.pool.getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void loginOfTheOnlyHostEnds() throws Exception {
        FailoverConnector host = connector(SHORT_LOGIN, address(first));
        first.swallow();
        for (int i = 0; i < 2; i++) {
            assertThat(seconds(() -> assertFails(host))).isBetween(SHORT_LOGIN.toMillis() / 1e3, 15.0);
        }
        first.forward();
        assertConnects(host);
    }

    /** Among replicas too. */
    @Test
    void silentReplicaIsLeftOut() throws Exception {
        FailoverConnector replicas = new FailoverConnector(PoolName.ofBind("users"), kind(),
                url(LONG_LOGIN, address(first), direct), false);
        first.swallow();
        assertConnects(replicas);
        assertThat(seconds(() -> {
            for (int i = 0; i < 6; i++) {
                assertConnects(replicas);
            }
        })).isLessThan(LONG_LOGIN.toSeconds() / 2.0);
        assertThat(first.accepted()).isLessThanOrEqualTo(2);
    }

    /** Waits before it connects to the server. */
    private static final class SlowRelay extends Relay {

        private final long nanos;

        SlowRelay(DatabaseServer server, Duration delay) throws IOException {
            super(server.host(), server.port());
            nanos = delay.toNanos();
            start();
        }

        @Override
        protected void accepted(Socket application) throws IOException {
            thread(() -> {
                long start = System.nanoTime();
                while (System.nanoTime() - start < nanos) {
                    LockSupport.parkNanos(nanos);
                }
                try {
                    Socket server = connect();
                    thread(() -> pump(application, server));
                    thread(() -> pump(server, application));
                } catch (IOException e) {
                    close(application);
                }
            });
        }

        private void pump(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // the other side was closed
            }
            close(from, to);
        }
    }

    private static String address(BlackHole relay) {
        return "127.0.0.1:" + relay.port();
    }

    private FailoverConnector connector(Duration login, String... addresses) {
        return connector(new SilentHosts(login), login, addresses);
    }

    private FailoverConnector connector(SilentHosts known, Duration login, String... addresses) {
        return new FailoverConnector(PoolName.ofBind("users"), kind(), url(login, addresses), new DriverLookup("users", null),
                true,
                UnknownDatabaseHandler.REPORT, known, connection -> {
                });
    }

    private void connect(FailoverConnector hosts) throws SQLException {
        Properties login = new Properties();
        login.put("user", server.user());
        login.put("password", server.password());
        try (Connection connection = hosts.connect(login)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private boolean connects(FailoverConnector hosts) {
        try {
            connect(hosts);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void assertConnects(FailoverConnector hosts) {
        assertThat(connects(hosts)).as("connected").isTrue();
    }

    private void assertFails(FailoverConnector hosts) {
        assertThat(connects(hosts)).as("connected").isFalse();
    }

    private static double seconds(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
