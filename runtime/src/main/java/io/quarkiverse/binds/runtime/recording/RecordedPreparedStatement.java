package io.quarkiverse.binds.runtime.recording;

import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** A prepared statement of a {@link RecordingConnection}. */
final class RecordedPreparedStatement extends RecordedParameters {

    RecordedPreparedStatement(PreparedStatement prepared, StatementRecording recording) {
        super(prepared, recording);
    }

    @Override
    public void addBatch() throws SQLException {
        prepared.addBatch();
        recording.addBatch(null);
    }

    @Override
    public void clearParameters() throws SQLException {
        recording.clearParameters();
        prepared.clearParameters();
    }

    @Override
    public boolean execute() throws SQLException {
        return recording.run(null, prepared::execute);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return recording.results(recording.run(null, prepared::executeQuery), this);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return recording.updated(recording.run(null, prepared::executeUpdate));
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return recording.largeUpdated(recording.run(null, prepared::executeLargeUpdate));
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return prepared.getMetaData();
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        return prepared.getParameterMetaData();
    }
}
