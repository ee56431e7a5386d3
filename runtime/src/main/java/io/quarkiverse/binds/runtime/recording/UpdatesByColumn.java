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

/** The calls of results that change the value of a column by its number. */
abstract class UpdatesByColumn extends ValuesByLabel {

    UpdatesByColumn(ResultSet results) {
        super(results);
    }

    @Override
    public void updateArray(int column, Array value) throws SQLException {
        results.updateArray(column, value);
    }

    @Override
    public void updateAsciiStream(int column, InputStream value) throws SQLException {
        results.updateAsciiStream(column, value);
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
        results.updateAsciiStream(column, value, length);
    }

    @Override
    public void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
        results.updateAsciiStream(column, value, length);
    }

    @Override
    public void updateBigDecimal(int column, BigDecimal value) throws SQLException {
        results.updateBigDecimal(column, value);
    }

    @Override
    public void updateBinaryStream(int column, InputStream value) throws SQLException {
        results.updateBinaryStream(column, value);
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
        results.updateBinaryStream(column, value, length);
    }

    @Override
    public void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
        results.updateBinaryStream(column, value, length);
    }

    @Override
    public void updateBlob(int column, InputStream value) throws SQLException {
        results.updateBlob(column, value);
    }

    @Override
    public void updateBlob(int column, Blob value) throws SQLException {
        results.updateBlob(column, value);
    }

    @Override
    public void updateBlob(int column, InputStream value, long length) throws SQLException {
        results.updateBlob(column, value, length);
    }

    @Override
    public void updateBoolean(int column, boolean value) throws SQLException {
        results.updateBoolean(column, value);
    }

    @Override
    public void updateByte(int column, byte value) throws SQLException {
        results.updateByte(column, value);
    }

    @Override
    public void updateBytes(int column, byte[] value) throws SQLException {
        results.updateBytes(column, value);
    }

    @Override
    public void updateCharacterStream(int column, Reader value) throws SQLException {
        results.updateCharacterStream(column, value);
    }

    @Override
    public void updateCharacterStream(int column, Reader value, int length) throws SQLException {
        results.updateCharacterStream(column, value, length);
    }

    @Override
    public void updateCharacterStream(int column, Reader value, long length) throws SQLException {
        results.updateCharacterStream(column, value, length);
    }

    @Override
    public void updateClob(int column, Reader value) throws SQLException {
        results.updateClob(column, value);
    }

    @Override
    public void updateClob(int column, Clob value) throws SQLException {
        results.updateClob(column, value);
    }

    @Override
    public void updateClob(int column, Reader value, long length) throws SQLException {
        results.updateClob(column, value, length);
    }

    @Override
    public void updateDate(int column, Date value) throws SQLException {
        results.updateDate(column, value);
    }

    @Override
    public void updateDouble(int column, double value) throws SQLException {
        results.updateDouble(column, value);
    }

    @Override
    public void updateFloat(int column, float value) throws SQLException {
        results.updateFloat(column, value);
    }

    @Override
    public void updateInt(int column, int value) throws SQLException {
        results.updateInt(column, value);
    }

    @Override
    public void updateLong(int column, long value) throws SQLException {
        results.updateLong(column, value);
    }

    @Override
    public void updateNCharacterStream(int column, Reader value) throws SQLException {
        results.updateNCharacterStream(column, value);
    }

    @Override
    public void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
        results.updateNCharacterStream(column, value, length);
    }

    @Override
    public void updateNClob(int column, Reader value) throws SQLException {
        results.updateNClob(column, value);
    }

    @Override
    public void updateNClob(int column, NClob value) throws SQLException {
        results.updateNClob(column, value);
    }

    @Override
    public void updateNClob(int column, Reader value, long length) throws SQLException {
        results.updateNClob(column, value, length);
    }

    @Override
    public void updateNString(int column, String value) throws SQLException {
        results.updateNString(column, value);
    }

    @Override
    public void updateNull(int column) throws SQLException {
        results.updateNull(column);
    }

    @Override
    public void updateObject(int column, Object value) throws SQLException {
        results.updateObject(column, value);
    }

    @Override
    public void updateObject(int column, Object value, int scaleOrLength) throws SQLException {
        results.updateObject(column, value, scaleOrLength);
    }

    @Override
    public void updateObject(int column, Object value, SQLType type) throws SQLException {
        results.updateObject(column, value, type);
    }

    @Override
    public void updateObject(int column, Object value, SQLType type, int scaleOrLength) throws SQLException {
        results.updateObject(column, value, type, scaleOrLength);
    }

    @Override
    public void updateRef(int column, Ref value) throws SQLException {
        results.updateRef(column, value);
    }

    @Override
    public void updateRowId(int column, RowId value) throws SQLException {
        results.updateRowId(column, value);
    }

    @Override
    public void updateSQLXML(int column, SQLXML value) throws SQLException {
        results.updateSQLXML(column, value);
    }

    @Override
    public void updateShort(int column, short value) throws SQLException {
        results.updateShort(column, value);
    }

    @Override
    public void updateString(int column, String value) throws SQLException {
        results.updateString(column, value);
    }

    @Override
    public void updateTime(int column, Time value) throws SQLException {
        results.updateTime(column, value);
    }

    @Override
    public void updateTimestamp(int column, Timestamp value) throws SQLException {
        results.updateTimestamp(column, value);
    }
}
