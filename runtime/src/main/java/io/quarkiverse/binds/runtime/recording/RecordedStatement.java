package io.quarkiverse.binds.runtime.recording;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.binds.runtime.readonly.DelegatingStatement;

/** A statement of a {@link RecordingConnection}. Confined as its connection. */
class RecordedStatement extends DelegatingStatement {

    private final Statement statement;
    final StatementRecording recording;

    RecordedStatement(Statement statement, StatementRecording recording) {
        super(statement);
        this.statement = statement;
        this.recording = recording;
    }

    @Override
    public Connection getConnection() {
        return recording.connection();
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return statement.unwrap(target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return statement.isWrapperFor(target);
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return recording.results(statement.getResultSet(), this);
    }

    @Override
    public int getUpdateCount() throws SQLException {
        return recording.updated(statement.getUpdateCount());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        return recording.largeUpdated(statement.getLargeUpdateCount());
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        statement.addBatch(sql);
        recording.addBatch(sql);
    }

    @Override
    public void clearBatch() throws SQLException {
        recording.clearBatch();
        statement.clearBatch();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return recording.batchUpdated(recording.runBatch(statement::executeBatch));
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        return recording.largeBatchUpdated(recording.runBatch(statement::executeLargeBatch));
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return recording.results(recording.run(sql, () -> statement.executeQuery(sql)), this);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return recording.run(sql, () -> statement.execute(sql));
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        return recording.run(sql, () -> statement.execute(sql, keys));
    }

    @Override
    public boolean execute(String sql, int[] keys) throws SQLException {
        return recording.run(sql, () -> statement.execute(sql, keys));
    }

    @Override
    public boolean execute(String sql, String[] keys) throws SQLException {
        return recording.run(sql, () -> statement.execute(sql, keys));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return recording.updated(recording.run(sql, () -> statement.executeUpdate(sql)));
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        return recording.updated(recording.run(sql, () -> statement.executeUpdate(sql, keys)));
    }

    @Override
    public int executeUpdate(String sql, int[] keys) throws SQLException {
        return recording.updated(recording.run(sql, () -> statement.executeUpdate(sql, keys)));
    }

    @Override
    public int executeUpdate(String sql, String[] keys) throws SQLException {
        return recording.updated(recording.run(sql, () -> statement.executeUpdate(sql, keys)));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return recording.largeUpdated(recording.run(sql, () -> statement.executeLargeUpdate(sql)));
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        return recording.largeUpdated(recording.run(sql, () -> statement.executeLargeUpdate(sql, keys)));
    }

    @Override
    public long executeLargeUpdate(String sql, int[] keys) throws SQLException {
        return recording.largeUpdated(recording.run(sql, () -> statement.executeLargeUpdate(sql, keys)));
    }

    @Override
    public long executeLargeUpdate(String sql, String[] keys) throws SQLException {
        return recording.largeUpdated(recording.run(sql, () -> statement.executeLargeUpdate(sql, keys)));
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
