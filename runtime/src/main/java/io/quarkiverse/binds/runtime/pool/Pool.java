package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.cache.Acquirable;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.readonly.ReadSource;

/**
 * A pool in front of Agroal's: it grants permits in order, checks each connection before it is handed out, closes all older
 * connections when one is lost, and shrinks back to its size. Thread-safe.
 */
public final class Pool {

    private final PoolSettings settings;
    private final ConnectionRegistry registry;
    private final ConnectionSource source;
    private final ConnectionPermits permits;
    private final IdleConnections idle;
    private final Lending lending;
    private final TransactionIntegration transactions;
    private final ConnectionValidator ping;
    private final AgroalConnectionPoolConfiguration configuration;
    private volatile AgroalDataSource dataSource;

    private Pool(PoolSettings settings, ConnectionRegistry registry, ConnectionSource source, ConnectionLimit limit,
            AgroalConnectionPoolConfiguration configuration, TransactionIntegration transactions) {
        this.settings = settings;
        this.registry = registry;
        this.source = source;
        this.permits = new ConnectionPermits(settings, registry, limit);
        this.idle = new IdleConnections(settings, registry, source, limit);
        this.lending = new Lending(settings, registry, source, permits, idle, transactions);
        this.transactions = transactions;
        this.ping = configuration.connectionValidator();
        this.configuration = configuration;
    }

    /**
     * Makes a pool whose connections are opened in the threads of their borrowers.
     *
     * @param configuration of Agroal's pool, whose driver is {@link BindDriver}
     * @param onFirst runs once, after the first connection was opened
     */
    static Pool of(PoolSettings settings, FailoverConnector connector, Runnable onFirst, ConnectionLimit limit,
            AgroalConnectionPoolConfiguration configuration, TransactionIntegration transactions) {
        ConnectionRegistry registry = new ConnectionRegistry(settings);
        ConnectionOpener opener = new ConnectionOpener(settings, connector, configuration.connectionFactoryConfiguration(),
                registry, onFirst);
        BorrowerThreadSource source = new BorrowerThreadSource(settings, registry, opener, limit);
        configuration.connectionFactoryConfiguration().jdbcProperties().put(BindDriver.CONNECTIONS_PROPERTY, source);
        return new Pool(settings, registry, source, limit, configuration, transactions);
    }

    /** Makes a pool whose connections are opened by Agroal, from the driver's XA datasource. */
    static Pool ofXa(PoolSettings settings, AgroalConnectionPoolConfiguration configuration,
            TransactionIntegration transactions) {
        ConnectionRegistry registry = new ConnectionRegistry(settings);
        return new Pool(settings, registry, new XaSource(settings, registry), ConnectionLimit.NONE, configuration,
                transactions);
    }

    /** Configures the pool that Agroal is about to make to work behind this one. */
    void configure(AgroalConnectionPoolConfigurationSupplier agroal) {
        agroal.transactionIntegration(new LeaseTrackingTransactionIntegration(settings, transactions, registry, permits, idle,
                source, LeakDetection.of(settings.name(), configuration.leakTimeout(), registry),
                this::closeLost))
                .connectionCache(idle)
                .exceptionSorter(ConnectionLossExceptionSorter.of(settings, configuration.exceptionSorter(), registry,
                        source.hasSeveralHosts(), this::closeLost))
                .connectionValidator(new PrePingValidator(settings, registry, ping, source.pingLimit(), this::closeLost))
                .validateOnBorrow(true)
                .idleValidationTimeout(Duration.ZERO)
                .maxLifetime(Duration.ZERO)
                // if true, Agroal closes a connection without calling put(), and the permit would leak
                .flushOnClose(false);
    }

    /** Attaches Agroal's datasource, made of that configuration, from which this pool borrows. */
    void attach(AgroalDataSource agroal) {
        dataSource = agroal;
        source.attach(agroal);
    }

    /** Traces statements if those of the bind are traced, whose datasource is given. */
    public void traceLike(AgroalDataSource ofBind) {
        dataSource = TracedDataSource.traceLike(ofBind, dataSource, settings.name());
    }

    int max() {
        return settings.max();
    }

    /** Whether the transaction of this thread has a connection already. */
    public boolean isInTransaction() throws SQLException {
        return lending.isInTransaction();
    }

    public Connection getConnection() throws SQLException {
        return lending.get(dataSource::getConnection, true);
    }

    /** Lends a connection whose statements are not checked, also in a read-only unit of work. */
    public Connection getUncheckedConnection() throws SQLException {
        return lending.get(dataSource::getConnection, false);
    }

    public ReadSource.Loan lendForReading() throws SQLException {
        return lending.lendForReading(dataSource::getConnection);
    }

    public Connection getReadOnlyConnection() throws SQLException {
        return lending.get(dataSource::getReadOnlyConnection, true);
    }

    /** Closes all connections; a borrowed connection is closed when it is returned. */
    public void dispose() {
        registry.retireAll();
        closeLost();
    }

    private void closeLost() {
        if (dataSource != null) { // set once
            dataSource.flush(FlushMode.INVALID);
        }
    }

    /** Has housekeeping close the connection that has been idle for longest. @return whether one was not marked yet */
    public boolean evictOne() {
        if (!idle.markLeastRecentlyUsed()) {
            return false;
        }
        closeLost();
        return true;
    }

    /** Whether a new connection can be opened. */
    public boolean canOpen() throws SQLException {
        return source.probe() || answers();
    }

    /**
     * Whether a borrower would get a connection to a server that answers. It does not wait for a connection to be returned, and
     * does not count as a use of the pool. If all are borrowed, the server counts as available, unless none has been lent for a
     * while, and a login beside the pool fails.
     */
    public boolean isAvailable() throws SQLException {
        try (Connection connection = lending.borrowIfFree(dataSource::getConnection)) {
            if (connection != null) {
                return registry.ask(ping, connection);
            }
        }
        if (registry.isAtStandstill()) {
            source.probe();
        }
        return true;
    }

    /** Whether the server answers on a connection of the pool. */
    public boolean answers() throws SQLException {
        try (Connection connection = lending.borrowToPing(dataSource::getConnection)) {
            return registry.ask(ping, connection);
        }
    }

    public PoolStats stats() {
        int open = registry.open();
        int active = Math.min(registry.leases().size(), open);
        return new PoolStats(settings.size(), settings.overflow(), active, open - active, permits.waiting(),
                registry.createdCount(), registry.lostCount(), registry.pingCount(), registry.recycledCount(), permits.waits());
    }

    /** Aborts a connection while it is borrowed. @return whether it is a borrowed connection of this pool */
    public boolean abort(Acquirable handler) {
        PhysicalConnection connection = registry.find(handler);
        boolean borrowed = connection != null && connection.lease() != null;
        if (borrowed) {
            connection.abort();
        }
        return borrowed;
    }

    public void intercept(List<AgroalPoolInterceptor> interceptors) {
        if (!interceptors.isEmpty()) {
            dataSource.setPoolInterceptors(interceptors);
        }
    }

    /**
     * Lends a connection outside of a transaction in the mode in which the pool keeps it, for a lock of the server. A statement
     * that reads or writes a table would begin a transaction.
     */
    public Connection getHeldConnection() throws SQLException {
        return lending.hold(dataSource::getConnection);
    }

    /** Runs after each return of a connection, and after each borrowing that failed. It must not use the pool. */
    public void onRelease(Runnable listener) {
        permits.onRelease(listener);
    }

    /** Receives the nanoseconds that each borrower has waited because all connections were borrowed. */
    void onWait(LongConsumer listener) {
        permits.onWait(listener);
    }

    IdleConnections idle() {
        return idle;
    }

    public PoolName name() {
        return settings.name();
    }

    /** Time of the last borrowing, by {@link System#nanoTime()}. */
    public long lastUsed() {
        return lending.lastUsed();
    }

    /** Whether a connection is borrowed, or a thread is borrowing. */
    public boolean isInUse() {
        return !registry.leases().isEmpty();
    }

    /** The borrower with the longest lease, as in {@code by thread 'x' for 1.20 s}; empty if there is none. */
    public String longestLease() {
        return registry.longestLease().map(Lease::holder).orElse("");
    }

    /** Number of connections at the server. */
    public int openAtServer() {
        return registry.openAtServer();
    }

    /** Number of connections about to be closed. */
    public int closing() {
        return registry.closing();
    }

    /** The reason why a borrower could get no connection at present; null if one is idle, or could be opened. */
    public NoConnectionException unreachable() {
        return idle.count() > 0 ? null : source.unreachable();
    }

    /** The error of the last attempt to open a connection; null if it succeeded, or if it is not known. */
    public NoConnectionException lastFailure() {
        return source.lastFailure();
    }

    /** Stops lending, unless a connection is borrowed. @return whether lending has stopped; {@link #shutDown()} must follow */
    public boolean stopIfUnused() {
        return permits.closeIfUnused();
    }

    /** Stops lending. */
    public void stop() {
        permits.close();
    }

    /** Whether lending has stopped and every connection was returned. */
    public boolean isDrained() {
        return permits.isDrained();
    }

    /** Closes all connections. The pool must be stopped and drained. */
    public void shutDown() {
        for (PhysicalConnection connection : registry.all()) {
            idle.awaitIdle(connection);
            if (registry.isLost(connection)) {
                connection.abort();
            } else {
                connection.limitCloseTimeout();
            }
        }
        dataSource.close();
        for (PhysicalConnection connection : registry.all()) {
            if (!connection.isClosed()) {
                connection.close(); // Agroal does not carry out the closing that it has scheduled
            }
        }
    }

    /** Closes all connections, borrowed ones included: a logout would wait for the end of their statements. */
    public void close() {
        registry.abortBorrowed();
        dataSource.close();
    }
}
