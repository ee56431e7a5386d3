package io.quarkiverse.binds.runtime.recording;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** The calls of results that read the value of a column by its number. */
abstract class ValuesByColumn extends DelegatingRows {

    ValuesByColumn(ResultSet results) {
        super(results);
    }

    @Override
    public Array getArray(int column) throws SQLException {
        return results.getArray(column);
    }

    @Override
    public InputStream getAsciiStream(int column) throws SQLException {
        return results.getAsciiStream(column);
    }

    @Override
    public BigDecimal getBigDecimal(int column) throws SQLException {
        return results.getBigDecimal(column);
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(int column, int scale) throws SQLException {
        return results.getBigDecimal(column, scale);
    }

    @Override
    public InputStream getBinaryStream(int column) throws SQLException {
        return results.getBinaryStream(column);
    }

    @Override
    public Blob getBlob(int column) throws SQLException {
        return results.getBlob(column);
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        return results.getBoolean(column);
    }

    @Override
    public byte getByte(int column) throws SQLException {
        return results.getByte(column);
    }

    @Override
    public byte[] getBytes(int column) throws SQLException {
        return results.getBytes(column);
    }

    @Override
    public Reader getCharacterStream(int column) throws SQLException {
        return results.getCharacterStream(column);
    }

    @Override
    public Clob getClob(int column) throws SQLException {
        return results.getClob(column);
    }

    @Override
    public Date getDate(int column) throws SQLException {
        return results.getDate(column);
    }

    @Override
    public Date getDate(int column, Calendar calendar) throws SQLException {
        return results.getDate(column, calendar);
    }

    @Override
    public double getDouble(int column) throws SQLException {
        return results.getDouble(column);
    }

    @Override
    public float getFloat(int column) throws SQLException {
        return results.getFloat(column);
    }

    @Override
    public int getInt(int column) throws SQLException {
        return results.getInt(column);
    }

    @Override
    public long getLong(int column) throws SQLException {
        return results.getLong(column);
    }

    @Override
    public Reader getNCharacterStream(int column) throws SQLException {
        return results.getNCharacterStream(column);
    }

    @Override
    public NClob getNClob(int column) throws SQLException {
        return results.getNClob(column);
    }

    @Override
    public String getNString(int column) throws SQLException {
        return results.getNString(column);
    }

    @Override
    public Object getObject(int column) throws SQLException {
        return results.getObject(column);
    }

    @Override
    public <T> T getObject(int column, Class<T> type) throws SQLException {
        return results.getObject(column, type);
    }

    @Override
    public Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
        return results.getObject(column, types);
    }

    @Override
    public Ref getRef(int column) throws SQLException {
        return results.getRef(column);
    }

    @Override
    public RowId getRowId(int column) throws SQLException {
        return results.getRowId(column);
    }

    @Override
    public SQLXML getSQLXML(int column) throws SQLException {
        return results.getSQLXML(column);
    }

    @Override
    public short getShort(int column) throws SQLException {
        return results.getShort(column);
    }

    @Override
    public String getString(int column) throws SQLException {
        return results.getString(column);
    }

    @Override
    public Time getTime(int column) throws SQLException {
        return results.getTime(column);
    }

    @Override
    public Time getTime(int column, Calendar calendar) throws SQLException {
        return results.getTime(column, calendar);
    }

    @Override
    public Timestamp getTimestamp(int column) throws SQLException {
        return results.getTimestamp(column);
    }

    @Override
    public Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
        return results.getTimestamp(column, calendar);
    }

    @Override
    public URL getURL(int column) throws SQLException {
        return results.getURL(column);
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(int column) throws SQLException {
        return results.getUnicodeStream(column);
    }
}
