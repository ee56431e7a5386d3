package io.quarkiverse.binds.runtime.readonly;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A statement of a {@link CheckedConnection}. */
class CheckedStatement extends DelegatingStatement {

    private final Connection connection;
    private final StatementGuard guard;
    private final Statement statement;

    CheckedStatement(Connection connection, StatementGuard guard, Statement statement) {
        super(statement);
        this.connection = connection;
        this.guard = guard;
        this.statement = statement;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return target.isInstance(this) ? target.cast(this) : guard.unwrap(statement, target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return target.isInstance(this) || guard.isWrapperFor(statement, target);
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        guard.check(sql);
        statement.addBatch(sql);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        guard.check(sql);
        return statement.execute(sql);
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        guard.check(sql);
        return statement.execute(sql, keys);
    }

    @Override
    public boolean execute(String sql, int[] keys) throws SQLException {
        guard.check(sql);
        return statement.execute(sql, keys);
    }

    @Override
    public boolean execute(String sql, String[] keys) throws SQLException {
        guard.check(sql);
        return statement.execute(sql, keys);
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        guard.check(sql);
        return statement.executeLargeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        guard.check(sql);
        return statement.executeLargeUpdate(sql, keys);
    }

    @Override
    public long executeLargeUpdate(String sql, int[] keys) throws SQLException {
        guard.check(sql);
        return statement.executeLargeUpdate(sql, keys);
    }

    @Override
    public long executeLargeUpdate(String sql, String[] keys) throws SQLException {
        guard.check(sql);
        return statement.executeLargeUpdate(sql, keys);
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        guard.check(sql);
        return statement.executeQuery(sql);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        guard.check(sql);
        return statement.executeUpdate(sql);
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        guard.check(sql);
        return statement.executeUpdate(sql, keys);
    }

    @Override
    public int executeUpdate(String sql, int[] keys) throws SQLException {
        guard.check(sql);
        return statement.executeUpdate(sql, keys);
    }

    @Override
    public int executeUpdate(String sql, String[] keys) throws SQLException {
        guard.check(sql);
        return statement.executeUpdate(sql, keys);
    }
}
