package io.quarkiverse.binds.runtime.recording;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the parameters of a prepared statement that are streams or large objects, which are recorded without their content. */
abstract class RecordedStreams extends RecordedStatement implements PreparedStatement {

    final PreparedStatement prepared;

    RecordedStreams(PreparedStatement prepared, StatementRecording recording) {
        super(prepared, recording);
        this.prepared = prepared;
    }

    @Override
    public void setAsciiStream(int index, InputStream value) throws SQLException {
        prepared.setAsciiStream(index, value);
        recording.set(index, value);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
        prepared.setAsciiStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
        prepared.setAsciiStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setBinaryStream(int index, InputStream value) throws SQLException {
        prepared.setBinaryStream(index, value);
        recording.set(index, value);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
        prepared.setBinaryStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
        prepared.setBinaryStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setBlob(int index, InputStream value) throws SQLException {
        prepared.setBlob(index, value);
        recording.set(index, value);
    }

    @Override
    public void setBlob(int index, InputStream value, long length) throws SQLException {
        prepared.setBlob(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setBlob(int index, Blob value) throws SQLException {
        prepared.setBlob(index, value);
        recording.set(index, value);
    }

    @Override
    public void setCharacterStream(int index, Reader value) throws SQLException {
        prepared.setCharacterStream(index, value);
        recording.set(index, value);
    }

    @Override
    public void setCharacterStream(int index, Reader value, int length) throws SQLException {
        prepared.setCharacterStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setCharacterStream(int index, Reader value, long length) throws SQLException {
        prepared.setCharacterStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setClob(int index, Reader value) throws SQLException {
        prepared.setClob(index, value);
        recording.set(index, value);
    }

    @Override
    public void setClob(int index, Reader value, long length) throws SQLException {
        prepared.setClob(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setClob(int index, Clob value) throws SQLException {
        prepared.setClob(index, value);
        recording.set(index, value);
    }

    @Override
    public void setNCharacterStream(int index, Reader value) throws SQLException {
        prepared.setNCharacterStream(index, value);
        recording.set(index, value);
    }

    @Override
    public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
        prepared.setNCharacterStream(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setNClob(int index, Reader value) throws SQLException {
        prepared.setNClob(index, value);
        recording.set(index, value);
    }

    @Override
    public void setNClob(int index, Reader value, long length) throws SQLException {
        prepared.setNClob(index, value, length);
        recording.set(index, value);
    }

    @Override
    public void setNClob(int index, NClob value) throws SQLException {
        prepared.setNClob(index, value);
        recording.set(index, value);
    }

    @Deprecated
    @Override
    public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
        prepared.setUnicodeStream(index, value, length);
        recording.set(index, value);
    }
}
