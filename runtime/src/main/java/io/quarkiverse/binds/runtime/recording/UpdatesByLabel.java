package io.quarkiverse.binds.runtime.recording;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** The calls of results that change the value of a column by its label. */
abstract class UpdatesByLabel extends UpdatesByColumn {

    UpdatesByLabel(ResultSet results) {
        super(results);
    }

    @Override
    public void updateArray(String label, Array value) throws SQLException {
        results.updateArray(label, value);
    }

    @Override
    public void updateAsciiStream(String label, InputStream value) throws SQLException {
        results.updateAsciiStream(label, value);
    }

    @Override
    public void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
        results.updateAsciiStream(label, value, length);
    }

    @Override
    public void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
        results.updateAsciiStream(label, value, length);
    }

    @Override
    public void updateBigDecimal(String label, BigDecimal value) throws SQLException {
        results.updateBigDecimal(label, value);
    }

    @Override
    public void updateBinaryStream(String label, InputStream value) throws SQLException {
        results.updateBinaryStream(label, value);
    }

    @Override
    public void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
        results.updateBinaryStream(label, value, length);
    }

    @Override
    public void updateBinaryStream(String label, InputStream value, long length) throws SQLException {
        results.updateBinaryStream(label, value, length);
    }

    @Override
    public void updateBlob(String label, InputStream value) throws SQLException {
        results.updateBlob(label, value);
    }

    @Override
    public void updateBlob(String label, Blob value) throws SQLException {
        results.updateBlob(label, value);
    }

    @Override
    public void updateBlob(String label, InputStream value, long length) throws SQLException {
        results.updateBlob(label, value, length);
    }

    @Override
    public void updateBoolean(String label, boolean value) throws SQLException {
        results.updateBoolean(label, value);
    }

    @Override
    public void updateByte(String label, byte value) throws SQLException {
        results.updateByte(label, value);
    }

    @Override
    public void updateBytes(String label, byte[] value) throws SQLException {
        results.updateBytes(label, value);
    }

    @Override
    public void updateCharacterStream(String label, Reader value) throws SQLException {
        results.updateCharacterStream(label, value);
    }

    @Override
    public void updateCharacterStream(String label, Reader value, int length) throws SQLException {
        results.updateCharacterStream(label, value, length);
    }

    @Override
    public void updateCharacterStream(String label, Reader value, long length) throws SQLException {
        results.updateCharacterStream(label, value, length);
    }

    @Override
    public void updateClob(String label, Reader value) throws SQLException {
        results.updateClob(label, value);
    }

    @Override
    public void updateClob(String label, Clob value) throws SQLException {
        results.updateClob(label, value);
    }

    @Override
    public void updateClob(String label, Reader value, long length) throws SQLException {
        results.updateClob(label, value, length);
    }

    @Override
    public void updateDate(String label, Date value) throws SQLException {
        results.updateDate(label, value);
    }

    @Override
    public void updateDouble(String label, double value) throws SQLException {
        results.updateDouble(label, value);
    }

    @Override
    public void updateFloat(String label, float value) throws SQLException {
        results.updateFloat(label, value);
    }

    @Override
    public void updateInt(String label, int value) throws SQLException {
        results.updateInt(label, value);
    }

    @Override
    public void updateLong(String label, long value) throws SQLException {
        results.updateLong(label, value);
    }

    @Override
    public void updateNCharacterStream(String label, Reader value) throws SQLException {
        results.updateNCharacterStream(label, value);
    }

    @Override
    public void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
        results.updateNCharacterStream(label, value, length);
    }

    @Override
    public void updateNClob(String label, Reader value) throws SQLException {
        results.updateNClob(label, value);
    }

    @Override
    public void updateNClob(String label, NClob value) throws SQLException {
        results.updateNClob(label, value);
    }

    @Override
    public void updateNClob(String label, Reader value, long length) throws SQLException {
        results.updateNClob(label, value, length);
    }

    @Override
    public void updateNString(String label, String value) throws SQLException {
        results.updateNString(label, value);
    }

    @Override
    public void updateNull(String label) throws SQLException {
        results.updateNull(label);
    }

    @Override
    public void updateObject(String label, Object value) throws SQLException {
        results.updateObject(label, value);
    }

    @Override
    public void updateObject(String label, Object value, int scaleOrLength) throws SQLException {
        results.updateObject(label, value, scaleOrLength);
    }

    @Override
    public void updateObject(String label, Object value, SQLType type) throws SQLException {
        results.updateObject(label, value, type);
    }

    @Override
    public void updateObject(String label, Object value, SQLType type, int scaleOrLength) throws SQLException {
        results.updateObject(label, value, type, scaleOrLength);
    }

    @Override
    public void updateRef(String label, Ref value) throws SQLException {
        results.updateRef(label, value);
    }

    @Override
    public void updateRowId(String label, RowId value) throws SQLException {
        results.updateRowId(label, value);
    }

    @Override
    public void updateSQLXML(String label, SQLXML value) throws SQLException {
        results.updateSQLXML(label, value);
    }

    @Override
    public void updateShort(String label, short value) throws SQLException {
        results.updateShort(label, value);
    }

    @Override
    public void updateString(String label, String value) throws SQLException {
        results.updateString(label, value);
    }

    @Override
    public void updateTime(String label, Time value) throws SQLException {
        results.updateTime(label, value);
    }

    @Override
    public void updateTimestamp(String label, Timestamp value) throws SQLException {
        results.updateTimestamp(label, value);
    }
}
