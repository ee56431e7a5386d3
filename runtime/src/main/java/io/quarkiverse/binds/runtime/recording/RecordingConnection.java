package io.quarkiverse.binds.runtime.recording;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import io.quarkiverse.binds.runtime.readonly.DelegatingConnection;

/** A connection whose statements are recorded. A statement of an unwrapped connection is not. Confined as its connection. */
final class RecordingConnection extends DelegatingConnection {

    private final Executions executions;
    private final QueryLog log;

    /** @param log of the unit of work; null if there is none */
    RecordingConnection(Connection connection, Executions executions, QueryLog log) {
        super(connection);
        this.executions = executions;
        this.log = log;
    }

    @Override
    public Statement createStatement() throws SQLException {
        return recorded(connection.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return recorded(connection.createStatement(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return recorded(connection.createStatement(type, concurrency, holdability));
    }

    private Statement recorded(Statement statement) {
        return new RecordedStatement(statement, new StatementRecording(null, this, executions, log));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql, type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability) throws SQLException {
        return recorded(sql, connection.prepareStatement(sql, type, concurrency, holdability));
    }

    private PreparedStatement recorded(String sql, PreparedStatement statement) {
        return new RecordedPreparedStatement(statement, new StatementRecording(sql, this, executions, log));
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return recorded(sql, connection.prepareCall(sql));
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return recorded(sql, connection.prepareCall(sql, type, concurrency));
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return recorded(sql, connection.prepareCall(sql, type, concurrency, holdability));
    }

    private CallableStatement recorded(String sql, CallableStatement statement) {
        return RecordedCall.of(statement, new StatementRecording(sql, this, executions, log));
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        return connection.nativeSQL(sql);
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        connection.setReadOnly(readOnly);
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return connection.isReadOnly();
    }

    @Override
    public <T> T unwrap(Class<T> target) throws SQLException {
        return connection.unwrap(target);
    }

    @Override
    public boolean isWrapperFor(Class<?> target) throws SQLException {
        return connection.isWrapperFor(target);
    }
}
