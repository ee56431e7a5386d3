package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.AgroalSecurityProvider;
import io.quarkiverse.binds.runtime.failure.Causes;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.failure.ReadOnlyHostException;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * Logs in to the server of a pool. While the server does not answer, one thread at a time tries and the others share its
 * result: no thread waits for longer than one attempt, and a server that is back is not flooded with logins. Thread-safe.
 */
final class ConnectionOpener {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Time after a failed login in which its error is repeated: another attempt would cost client and server more. */
    static final long RETRY_DELAY_NANOS = 20_000_000;

    /** Time that the switch of a primary may take without an error for those who need a connection meanwhile. */
    static final long SWITCH_NANOS = 3_000_000_000L;

    private final PoolSettings settings;
    private final FailoverConnector connector;
    private final AgroalConnectionFactoryConfiguration configuration;
    private final ConnectionRegistry registry;
    private final AtomicReference<CompletableFuture<Boolean>> trial = new AtomicReference<>();
    private volatile boolean down;
    private volatile boolean logged;
    private volatile NoConnectionException lastFailure;
    private volatile long lastFailureAt;
    private volatile long switchEnds = System.nanoTime();
    private final Runnable onFirst;
    private final AtomicBoolean firstIsOpen = new AtomicBoolean();

    /**
     * @param onFirst runs once, after the first connection was opened
     */
    ConnectionOpener(PoolSettings settings, FailoverConnector connector, AgroalConnectionFactoryConfiguration configuration,
            ConnectionRegistry registry,
            Runnable onFirst) {
        this.settings = settings;
        this.connector = connector;
        this.configuration = configuration;
        this.registry = registry;
        this.onFirst = onFirst;
    }

    /**
     * The error of the last attempt if no server could be reached. A server that answers, even with an error such as too many
     * connections, counts as reached.
     *
     * @return null if a server was reached
     */
    NoConnectionException unreachable() {
        NoConnectionException last = lastFailure;
        return down && last != null && last.getErrorCode() == 0 ? last : null;
    }

    /** The error of the last attempt to open a connection; null if it succeeded. */
    NoConnectionException lastFailure() {
        NoConnectionException last = lastFailure;
        return down ? last : null;
    }

    PingLimit pingLimit() {
        return connector.pingLimit();
    }

    boolean hasSeveralHosts() {
        return connector.hostCount() > 1;
    }

    /** Opens a connection for a borrower, who waits while the primary is being switched. */
    Connection openOrAwaitSwitch() throws SQLException {
        while (true) {
            try {
                return open();
            } catch (NoConnectionException e) {
                if (switchEnds - System.nanoTime() <= 0 || Interruption.isPending()) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }

    /** Opens a connection; shares the attempt with other threads while the server does not answer. */
    Connection open() throws SQLException {
        return down ? tryOrShare() : openUnshared();
    }

    /**
     * @throws SQLException if the server still does not answer
     */
    private Connection tryOrShare() throws SQLException {
        NoConnectionException last = lastFailure;
        if (last != null && System.nanoTime() - lastFailureAt < RETRY_DELAY_NANOS) {
            throw new NoConnectionException(settings.bind(), last.getMessage(), last);
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = trial.compareAndExchange(null, mine);
        if (others != null) {
            return share(others) ? openUnshared() : tryOrShare();
        }
        try {
            Connection connection = openUnshared();
            mine.complete(true);
            return connection;
        } catch (SQLException | RuntimeException e) {
            if (Interruption.isCauseOf(e)) {
                trial.set(null); // before the waiting threads continue: one of them has to try
                mine.complete(false);
            } else {
                mine.completeExceptionally(e);
            }
            throw e;
        } finally {
            trial.compareAndSet(mine, null);
        }
    }

    /** Waits for the attempt of another thread. @return whether the server answers; false if the attempt gave no result */
    private boolean share(CompletableFuture<Boolean> others) throws SQLException {
        try {
            return settings.timeout().isZero() ? others.get()
                    : others.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            SQLException found = e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
            throw new NoConnectionException(settings.bind(), found.getMessage(), found);
        } catch (TimeoutException e) {
            throw PoolErrors.serverSilent(settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PoolErrors.interrupted(settings);
        }
    }

    Connection openUnshared() throws SQLException {
        PeerSocket.take(); // clears a socket that another driver may have left on this thread
        Connection connection;
        try {
            connection = connector.connect(properties());
        } catch (NoConnectionException e) {
            if (Interruption.isCauseOf(e)) {
                throw PoolErrors.interrupted(settings); // the server itself may work
            }
            failed(e);
            throw e;
        }
        if (down) {
            down = false;
            if (logged) {
                logged = false;
                LOG.infof("%s is available again", settings.name().displayFirst());
            }
        }
        registry.add(connection, PeerSocket.take());
        if (firstIsOpen.compareAndSet(false, true)) {
            onFirst.run();
        }
        return connection;
    }

    /** Builds the login properties as Agroal does, for each login, since a credentials provider may return new ones. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(configuration.jdbcProperties());
        properties.remove(BindDriver.CONNECTIONS_PROPERTY);
        properties.remove(BindDriver.BIND_PROPERTY);
        add(properties, configuration.principal());
        configuration.credentials().forEach(credential -> add(properties, credential));
        return properties;
    }

    private void add(Properties properties, Object secret) {
        if (secret == null) {
            return;
        }
        for (AgroalSecurityProvider provider : configuration.securityProviders()) {
            Properties found = provider.getSecurityProperties(secret);
            if (found != null) {
                properties.putAll(found);
                return;
            }
        }
    }

    /** Logs each outage once, not for each request that fails. */
    private void failed(NoConnectionException e) {
        lastFailure = e;
        lastFailureAt = System.nanoTime();
        if (!down) {
            switchEnds = lastFailureAt + (isSwitch(e) ? SWITCH_NANOS : 0);
            down = true;
            // for a database on the fly without any connection so far, the error is reported where it is opened
            if (settings.name().database() == null || registry.createdCount() > 0) {
                logged = true;
                LOG.warn(e.getMessage());
            }
        }
    }

    /**
     * Whether another host is about to become the primary: the old one has refused writes a moment ago, or all hosts work and
     * none takes writes. A failure looks different.
     */
    private boolean isSwitch(NoConnectionException e) {
        return registry.hasBecomeReadOnly(SWITCH_NANOS)
                || registry.createdCount() > 0 && Causes.of(e).stream().anyMatch(ReadOnlyHostException.class::isInstance);
    }
}
