package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import io.agroal.api.cache.Acquirable;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.transaction.TransactionIntegration;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.Failure;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/**
 * What a bind adds to its pool of Agroal: admission, a look at each connection that is handed out, the end of all when one is
 * lost, and the way back to its size. The connections themselves, their states and their transactions stay Agroal's.
 * Thread-safe.
 */
final class Pool implements ConnectionCache {

    private final PoolSettings settings;
    private final Opener opener;
    private final Inventory inventory;
    private final Admission admission;
    private final FreeConnections free;
    private final Map<Acquirable, Borrow> borrows = new ConcurrentHashMap<>();
    private final Overflow overflow;
    private volatile TransactionIntegration transactions;
    private volatile ConnectionValidator ping;
    private volatile AgroalDataSource dataSource;
    private final ConnectionBudget budget;
    private volatile Runnable onLeave = () -> {
    };
    private volatile long lastUsed = System.nanoTime();

    /**
     * @param opener null where only Agroal can open connections, as those of XA
     */
    Pool(PoolSettings settings, Inventory inventory, Opener opener) {
        this(settings, inventory, opener, null);
    }

    /**
     * @param budget what it shares with other pools; null if it is alone
     */
    Pool(PoolSettings settings, Inventory inventory, Opener opener, ConnectionBudget budget) {
        this.budget = budget;
        this.settings = settings;
        this.inventory = inventory;
        this.opener = opener;
        this.admission = new Admission(settings);
        this.free = new FreeConnections(settings, inventory, opener, budget);
        this.overflow = new Overflow(settings, inventory, free, this::closeLost);
    }

    /**
     * @param pool the configuration so far, which the other becomes
     */
    void configure(AgroalConnectionPoolConfiguration pool, AgroalConnectionPoolConfigurationSupplier configured,
            TransactionIntegration itsTransactions) {
        transactions = itsTransactions;
        ping = pool.connectionValidator();
        configured.transactionIntegration(new PooledTransactions(transactions, this))
                .connectionCache(this)
                .exceptionSorter(new LossSorter(settings, pool.exceptionSorter(), inventory, admission,
                        opener != null && opener.hasSeveralHosts(), this::closeLost))
                .connectionValidator(new Checkout(settings, inventory, ping, this::closeLost))
                .validateOnBorrow(true)
                .idleValidationTimeout(Duration.ZERO)
                .maxLifetime(Duration.ZERO)
                // Agroal would say nothing of it, and a place would be lost
                .flushOnClose(false);
    }

    /**
     * Has Agroal bound nothing where admission and the inventory do: it still counts those that it is about to close, and who
     * has opened one in their place would wait, for whatever comes back first, or in vain.
     */
    void serves(AgroalDataSource agroals) {
        dataSource = agroals;
        if (opener != null) {
            agroals.getConfiguration().connectionPoolConfiguration().setMaxSize(Integer.MAX_VALUE);
        }
    }

    int max() {
        return settings.max();
    }

    /** Whether the transaction of this thread has a connection already. */
    boolean isInTransaction() throws SQLException {
        return transactions.getTransactionAware() != null;
    }

    Connection getConnection() throws SQLException {
        // who borrows again within a transaction is given what it has, and must not wait for itself
        return isInTransaction() ? dataSource.getConnection() : borrow(dataSource::getConnection);
    }

    Connection getReadOnlyConnection() throws SQLException {
        return isInTransaction() ? dataSource.getReadOnlyConnection() : borrow(dataSource::getReadOnlyConnection);
    }

    private interface Borrowing {
        Connection borrow() throws SQLException;
    }

    private Connection borrow(Borrowing borrowing) throws SQLException {
        try {
            return borrowOnce(borrowing);
        } catch (SQLException e) {
            if (!Failure.of(e).isOfConnection()) {
                throw e;
            }
            if (isInTransaction()) {
                throw lostAtOnce(e);
            }
        }
        // that the server ended one between its opening and its first use says nothing about the next
        try {
            return borrowOnce(borrowing);
        } catch (SQLException e) {
            throw Failure.of(e).isOfConnection() ? lostAtOnce(e) : e;
        }
    }

    private Connection borrowOnce(Borrowing borrowing) throws SQLException {
        Borrow borrow = admission.enter();
        if (budget != null) {
            lastUsed = System.nanoTime();
        }
        borrow.begin();
        try {
            Connection connection = borrowing.borrow();
            if (borrow.connection() == null) {
                leave(borrow); // it was there already, in the transaction
            }
            return connection;
        } catch (FreeConnections.OpeningFailed e) {
            leave(borrow);
            throw e.getCause();
        } catch (Throwable t) {
            leave(borrow);
            throw t;
        } finally {
            Connection prepared = borrow.finish();
            if (prepared != null) {
                opener.discard(prepared);
            }
        }
    }

    private void leave(Borrow borrow) {
        admission.leave(borrow);
        if (budget != null) {
            budget.changed();
            onLeave.run();
        }
    }

    private NoConnectionException lostAtOnce(SQLException e) {
        return new NoConnectionException(settings.bind(),
                settings.name().displayFirst() + " has no connection: " + e.getMessage(), e);
    }

    void handedOut(Acquirable handler) {
        Borrow borrow = Borrow.current();
        if (borrow == null) {
            return; // once more within its transaction
        }
        PhysicalConnection connection = inventory.of(handler);
        connection.handedOut();
        borrow.took(connection);
        Borrow before = borrows.put(handler, borrow);
        if (before != null) {
            leave(before);
        }
    }

    /** @return whether it is not to be used again */
    boolean comesBackLost(Acquirable handler) {
        PhysicalConnection connection = inventory.of(handler);
        if (inventory.isLost(connection)) {
            connection.abort(); // to be closed in form it would have to answer
            return true;
        }
        return connection.isUnwanted() || inventory.isRetired(connection);
    }

    /** Whether what its borrower left behind could be put in order. */
    boolean isTidy(Acquirable handler) {
        if (opener == null) {
            return true; // a branch of XA is ended by nobody else
        }
        try {
            inventory.of(handler).tidy();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public Acquirable get() {
        return free.get();
    }

    /** A borrowed connection is back. */
    @Override
    public void put(Acquirable handler) {
        free.put(handler);
        Borrow borrow = borrows.remove(handler);
        if (borrow != null) {
            leave(borrow);
        }
        overflow.cameBack();
    }

    @Override
    public void reset() {
        free.reset();
    }

    /** Those at rest at once, the borrowed ones when they are given back. */
    void dispose() {
        inventory.retireAll();
        closeLost();
    }

    private void closeLost() {
        AgroalDataSource agroals = dataSource;
        if (agroals != null) {
            agroals.flush(FlushMode.INVALID);
        }
    }

    /**
     * Has the one that rested longest closed, in a thread of the pool.
     *
     * @return whether there is one that was not to be closed already
     */
    boolean giveUpOne() {
        if (!free.unwantColdest()) {
            return false;
        }
        closeLost();
        return true;
    }

    /** Whether a new connection can be opened. */
    boolean opens() throws SQLException {
        if (opener == null) {
            return answers();
        }
        opener.discard(opener.prepare());
        return true;
    }

    /** Whether every connection is borrowed. */
    boolean isBusy() {
        return admission.active() >= settings.max();
    }

    /** Whether the server answers on a connection of the pool. */
    boolean answers() throws SQLException {
        try (Connection connection = borrow(dataSource::getConnection)) {
            return inventory.ask(ping, connection);
        }
    }

    PoolStats stats() {
        int open = inventory.open();
        int active = Math.min(admission.active(), open);
        return new PoolStats(settings.size(), settings.overflow(), active, open - active, admission.waiting(),
                inventory.createdCount(), inventory.lostCount(), inventory.pingCount());
    }

    /** Ends a borrowed connection under the hands of its borrower. @return whether it is one of this pool */
    boolean abort(Acquirable handler) {
        if (!borrows.containsKey(handler)) {
            return false;
        }
        inventory.of(handler).abort();
        return true;
    }

    void intercept(List<AgroalPoolInterceptor> interceptors) {
        if (!interceptors.isEmpty()) {
            dataSource.setPoolInterceptors(interceptors);
        }
    }

    /** Opens the first connection, and leaves it at rest; outside of a transaction. */
    void connect() throws SQLException {
        borrow(dataSource::getConnection).close();
    }

    /** Whoever gives a connection back, or gets none, runs this last; the pool may not have the connection yet. */
    void onLeave(Runnable listener) {
        onLeave = listener;
    }

    Admission admission() {
        return admission;
    }

    PoolName name() {
        return settings.name();
    }

    long lastUsed() {
        return lastUsed;
    }

    int atServer() {
        return inventory.atServer();
    }

    int leaving() {
        return inventory.leaving();
    }

    /**
     * Why a borrower would have to wait in vain, as far as is known.
     *
     * @return null if there is a connection at rest, or could be one
     */
    NoConnectionException unreachable() {
        return opener == null || free.count() > 0 ? null : opener.unreachable();
    }

    /** Whether the last try to open a connection failed. */
    boolean isDown() {
        return opener != null && opener.isDown();
    }

    /** Takes leave of the server with every connection. Nobody has one, nor may borrow one any more. */
    void shutDown() {
        for (PhysicalConnection connection : inventory.all()) {
            free.awaitRest(connection);
            if (inventory.isLost(connection)) {
                connection.abort();
            } else {
                connection.hurryFarewell();
            }
        }
        dataSource.close();
        for (PhysicalConnection connection : inventory.all()) {
            if (!connection.isClosed()) {
                connection.close(); // Agroal does not carry out what it had put off
            }
        }
        if (budget != null) {
            budget.remove(this);
        }
    }

    void close() {
        borrows.keySet().forEach(this::abort); // closing one in use would wait for its statement
        dataSource.close();
    }
}
