package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.failure.ReadOnlyHostException;

/**
 * Several hosts, which are tried in turn, beginning with the last one that worked. A host that is silent does not delay the
 * others: it gets a part of the time of a login, then the others are tried while it is asked in the background, and as long as
 * it has not answered, it is left out. If no other host works, a borrower waits for the answer for the time of a login, but not
 * if a login has waited in vain a moment ago and another host has answered. Thread-safe.
 */
final class HostRotation {

    /** Opens connections to one host. */
    interface Logins {

        /** @return null if a login has no limit: then no host is taken for silent */
        LoginLimit limit(Properties properties);

        /** Opens a connection that is fit for use. */
        Connection open(String url, Properties properties, LoginLimit limit) throws SQLException;

        /** Logs in and out. */
        void probe(String url, Properties properties, LoginLimit limit) throws SQLException;
    }

    /** Time between two attempts on the other hosts while a silent one is awaited: one of them may be promoted. */
    private static final long BETWEEN_NANOS = 250_000_000;

    private static final long SLOW_NANOS = 5_000_000_000L;

    private final List<Host> hosts;
    private final boolean stays;
    private final SilentHosts silentHosts;
    private final Logins logins;
    private volatile int current;

    /** @param stays whether the next connection is opened to the same host, and not to the next one */
    HostRotation(List<String> urls, boolean stays, SilentHosts silentHosts, Logins logins) {
        this.hosts = urls.stream().map(Host::new).toList();
        this.stays = stays;
        this.silentHosts = silentHosts;
        this.logins = logins;
    }

    Connection connect(Properties properties) throws SQLException {
        LoginLimit limit = logins.limit(properties);
        Attempt attempt = new Attempt(properties, limit);
        long start = System.nanoTime();
        while (true) {
            Connection connection = attempt.onEachHost();
            if (connection != null) {
                return connection;
            }
            long left = limit == null ? 0 : limit.nanos() - (System.nanoTime() - start);
            if (left <= 0 || !attempt.mayStillSucceed() || !attempt.awaitSilentHost(Math.min(left, BETWEEN_NANOS))) {
                throw attempt.failure;
            }
        }
    }

    /** The host of the open connections has not answered a ping: the next login asks it in the background. */
    void suspect() {
        if (stays) { // else the connections are at several hosts
            silentHosts.add(hosts.get(current).address, new SQLException("The server did not answer a ping",
                    NoConnectionException.UNABLE_TO_CONNECT));
        }
    }

    private static final class Host {

        private final String url;
        private final String address;
        /** Until when its answers are known to take longer than the others would wait for it; a guess about a busy server. */
        private volatile long slowUntil = System.nanoTime();

        Host(String url) {
            this.url = url;
            int start = url.indexOf("//") + 2;
            int end = url.indexOf('/', start);
            this.address = end < 0 ? url.substring(start) : url.substring(start, end);
        }

        private boolean isSlow() {
            return slowUntil - System.nanoTime() > 0;
        }

        private void isSlow(boolean slow) {
            slowUntil = System.nanoTime() + (slow ? SLOW_NANOS : 0);
        }
    }

    /** One borrower's search. */
    private final class Attempt {

        private final Properties properties;
        private final LoginLimit limit;
        /** Hosts that this borrower has waited for: once they answer, they are given all the time they need. */
        private final Set<Host> awaited = new HashSet<>();
        private final List<CompletableFuture<Void>> asked = new ArrayList<>();
        private SQLException failure;
        private boolean answered;
        private boolean confirmed;

        Attempt(Properties properties, LoginLimit limit) {
            this.properties = properties;
            this.limit = limit;
        }

        /** @return null if no host works */
        Connection onEachHost() {
            failure = null;
            asked.clear();
            answered = false;
            confirmed = true;
            int first = current % hosts.size();
            for (int i = 0; i < hosts.size(); i++) {
                int index = (first + i) % hosts.size();
                try {
                    Connection connection = on(hosts.get(index));
                    if (connection != null) {
                        current = stays ? index : index + 1;
                        return connection;
                    }
                } catch (SQLException e) {
                    failed(e);
                    if (Interruption.isCauseOf(e)) {
                        asked.clear();
                        return null; // the next login would be interrupted as well
                    }
                }
            }
            return null;
        }

        /** @return null if the host is silent */
        private Connection on(Host host) throws SQLException {
            if (limit == null) {
                return logins.open(host.url, properties, null);
            }
            SilentHost silent = silentHosts.get(host.address);
            if (silent == null) {
                boolean patient = host.isSlow() || awaited.contains(host);
                long start = System.nanoTime();
                try {
                    Connection connection = logins.open(host.url, properties, patient ? limit : limit.patience());
                    host.isSlow(System.nanoTime() - start >= limit.patienceNanos());
                    return connection;
                } catch (SQLException e) {
                    if (Interruption.isCauseOf(e) || !SilentHost.isMeantBy(e, System.nanoTime() - start, limit)) {
                        answered = true;
                        throw e;
                    }
                    silent = silentHosts.add(host.address, e);
                }
            }
            awaited.add(host);
            failed(silent.failure());
            confirmed &= silent.isConfirmed(limit);
            asked.add(silent.ask(() -> logins.probe(host.url, properties, limit), limit));
            return null;
        }

        /** An error of an unreachable host helps more than the one of a read-only host. */
        private void failed(SQLException e) {
            failure = failure == null || failure instanceof ReadOnlyHostException ? e : failure;
        }

        /** Whether a silent host is worth waiting for: the only one that is left, or one that was not waited for yet. */
        boolean mayStillSucceed() {
            return !asked.isEmpty() && (!answered || !confirmed);
        }

        /** @return false if the borrower was interrupted */
        boolean awaitSilentHost(long nanos) {
            try {
                CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).get(nanos, TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException | ExecutionException e) {
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
