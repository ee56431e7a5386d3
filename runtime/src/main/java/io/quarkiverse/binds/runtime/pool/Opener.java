package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;

import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.AgroalSecurityProvider;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.socket.PeerSocket;

/**
 * Opens the connections of a pool in the threads that want them, and keeps each until the pool, in a thread of its own, asks
 * for it a moment later. While the server does not answer one thread at a time tries, and the others share what it finds:
 * nobody waits for longer than the try takes, and a server that is back is not stormed. Thread-safe.
 */
final class Opener {

    /** The connection property under which a pool's opener reaches {@link BindDriver}. */
    static final String PROPERTY = "quarkus.binds.opener";

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** A server that has just refused a login is left alone for a moment: each costs both sides more than the answer. */
    static final long TELL_AGAIN_NANOS = 20_000_000;

    private final PoolSettings settings;
    private final Hosts hosts;
    private final AgroalConnectionFactoryConfiguration configuration;
    private final Inventory inventory;
    private final Queue<Connection> prepared = new ConcurrentLinkedQueue<>();
    private final AtomicReference<CompletableFuture<Void>> trial = new AtomicReference<>();
    private volatile boolean down;
    private volatile boolean told;
    private volatile NoConnectionException lastFailure;
    private volatile long lastFailureAt;
    private volatile Runnable onFirst;

    /**
     * @param onFirst runs once, when the first connection is open
     */
    Opener(PoolSettings settings, Hosts hosts, AgroalConnectionFactoryConfiguration configuration, Inventory inventory,
            Runnable onFirst) {
        this.settings = settings;
        this.hosts = hosts;
        this.configuration = configuration;
        this.inventory = inventory;
        this.onFirst = onFirst;
    }

    /** Whether the last try to open a connection failed. */
    boolean isDown() {
        return down;
    }

    /**
     * Why no server could be reached when that was last tried; one that answers, be it that it takes no more connections,
     * could.
     *
     * @return null if one was
     */
    NoConnectionException unreachable() {
        NoConnectionException last = lastFailure;
        return down && last != null && last.getErrorCode() == 0 ? last : null;
    }

    boolean hasSeveralHosts() {
        return hosts.count() > 1;
    }

    /**
     * Opens one and keeps it for {@link #take()}.
     *
     * @return what was opened, to be given to {@link #discard} if it was not taken
     */
    Connection prepare() throws SQLException {
        Connection connection = down ? tryOrShare() : open();
        prepared.add(connection);
        return connection;
    }

    /** For the pool, when it creates one. */
    Connection take() throws SQLException {
        Connection connection = prepared.poll();
        if (connection == null) {
            connection = open();
            inventory.find(connection).ofThePool();
        }
        return connection;
    }

    /** Closes one that the pool did not take, since it found another one in the meantime: nothing unused is to rest here. */
    void discard(Connection connection) {
        if (prepared.remove(connection)) {
            try {
                connection.close();
            } catch (SQLException e) {
                // nobody is to use it
            }
        }
    }

    /**
     * @throws SQLException if the server does still not answer
     */
    private Connection tryOrShare() throws SQLException {
        NoConnectionException last = lastFailure;
        if (last != null && System.nanoTime() - lastFailureAt < TELL_AGAIN_NANOS) {
            throw new NoConnectionException(settings.bind(), last.getMessage(), last);
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> others = trial.compareAndExchange(null, mine);
        if (others != null) {
            share(others);
            return open();
        }
        try {
            Connection connection = open();
            mine.complete(null);
            return connection;
        } catch (SQLException | RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            trial.set(null);
        }
    }

    private void share(CompletableFuture<Void> others) throws SQLException {
        try {
            if (settings.timeout().isZero()) {
                others.get();
            } else {
                others.get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            SQLException found = e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
            throw new NoConnectionException(settings.bind(), found.getMessage(), found);
        } catch (TimeoutException e) {
            throw new NoConnectionException(settings.bind(), settings.name().displayFirst()
                    + " has no connection: its server has not answered for " + Admission.seconds(settings.timeout()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoConnectionException(settings.bind(),
                    "Interrupted while waiting for a connection of " + settings.name().display());
        }
    }

    private Connection open() throws SQLException {
        PeerSocket.take(); // what another driver may have left behind on this thread
        Connection connection;
        try {
            connection = hosts.connect(properties());
        } catch (NoConnectionException e) {
            failed(e);
            throw e;
        }
        if (down) {
            down = false;
            if (told) {
                told = false;
                LOG.infof("%s is available again", settings.name().displayFirst());
            }
        }
        inventory.add(connection, PeerSocket.take());
        Runnable first = onFirst;
        if (first != null) {
            onFirst = null;
            first.run();
        }
        return connection;
    }

    /** As Agroal puts them together; read each time, since a provider of credentials may give others. */
    private Properties properties() {
        Properties properties = new Properties();
        properties.putAll(configuration.jdbcProperties());
        properties.remove(PROPERTY);
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

    /** Said once for each outage, not for each request that meets it. */
    private void failed(NoConnectionException e) {
        lastFailure = e;
        lastFailureAt = System.nanoTime();
        if (!down) {
            down = true;
            // who opens databases on the fly says by itself which cannot be
            if (settings.name().database() == null || inventory.createdCount() > 0) {
                told = true;
                LOG.warn(e.getMessage());
            }
        }
    }
}
