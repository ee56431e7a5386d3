package io.quarkiverse.binds.runtime.readonly;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/**
 * Checks each statement before it reaches the driver: in a read-only unit of work those that write are refused; in dev mode
 * they are recorded, for the warning that they were not committed. Confined to the thread of its unit of work, as the
 * connection is.
 */
public final class CheckedConnection extends DelegatingConnection {

    private final StatementGuard guard;

    private CheckedConnection(Connection connection, StatementGuard guard) {
        super(connection);
        this.guard = guard;
    }

    /**
     * Wraps a connection of a read-only unit of work.
     *
     * @param unitOfWork the name of the unit of work, for the message of a refusal; null if it may write
     */
    public static Connection of(Connection connection, Supplier<String> unitOfWork) {
        if (unitOfWork == null) {
            return connection;
        }
        DriverTraits driver = DriverTraits.of(connection);
        return new CheckedConnection(connection,
                new StatementGuard(unitOfWork, driver.syntax(), driver.isMarked(connection)));
    }

    /**
     * Wraps a connection whose writes are observed.
     *
     * @param onWrite runs before each statement that writes
     */
    public static Connection observed(Connection connection, Runnable onWrite) {
        return new CheckedConnection(connection, new WriteObserver(DriverTraits.of(connection).syntax(), onWrite));
    }

    /**
     * Makes the transaction read-only on the server too, where that takes no extra command: the driver of PostgreSQL adds it to
     * the {@code BEGIN} that it sends anyway. Only the server can refuse the writes of a function. To be called before the
     * first statement of a transaction; the pool resets it.
     *
     * @param connection of a pool, for which it remembers the change
     */
    public static void markTransaction(Connection connection) throws SQLException {
        if (DriverTraits.of(connection) == DriverTraits.POSTGRESQL) {
            connection.setReadOnly(true);
        }
    }

    @Override
    public Statement createStatement() throws SQLException {
        return new CheckedStatement(this, guard, connection.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        checkConcurrency(concurrency);
        return new CheckedStatement(this, guard, connection.createStatement(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        checkConcurrency(concurrency);
        return new CheckedStatement(this, guard, connection.createStatement(type, concurrency, holdability));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        guard.check(sql);
        return prepared(connection.prepareStatement(sql));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        guard.check(sql);
        return prepared(connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
        guard.check(sql);
        return prepared(connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
        guard.check(sql);
        return prepared(connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        guard.check(sql);
        checkConcurrency(concurrency);
        return prepared(connection.prepareStatement(sql, type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability) throws SQLException {
        guard.check(sql);
        checkConcurrency(concurrency);
        return prepared(connection.prepareStatement(sql, type, concurrency, holdability));
    }

    private PreparedStatement prepared(PreparedStatement statement) {
        return new CheckedPreparedStatement(this, guard, statement);
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        checkCall(sql);
        return connection.prepareCall(sql);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        checkCall(sql);
        return connection.prepareCall(sql, type, concurrency);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        checkCall(sql);
        return connection.prepareCall(sql, type, concurrency, holdability);
    }

    /** Refuses every prepared call: its text does not show whether the procedure writes. */
    private void checkCall(String sql) throws SQLException {
        guard.check(sql);
        guard.refuse("a prepared call");
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        guard.check(sql);
        return connection.nativeSQL(sql);
    }

    private void checkConcurrency(int concurrency) throws SQLException {
        if (concurrency == ResultSet.CONCUR_UPDATABLE) {
            guard.refuse("an updatable result set");
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        if (!readOnly) {
            guard.refuse("setReadOnly(false)");
        }
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return target.isInstance(this) ? target.cast(this) : guard.unwrap(connection, target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return target.isInstance(this) || guard.isWrapperFor(connection, target);
    }
}
