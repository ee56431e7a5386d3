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

/** The calls of results that read the value of a column by its label. */
abstract class ValuesByLabel extends ValuesByColumn {

    ValuesByLabel(ResultSet results) {
        super(results);
    }

    @Override
    public Array getArray(String label) throws SQLException {
        return results.getArray(label);
    }

    @Override
    public InputStream getAsciiStream(String label) throws SQLException {
        return results.getAsciiStream(label);
    }

    @Override
    public BigDecimal getBigDecimal(String label) throws SQLException {
        return results.getBigDecimal(label);
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(String label, int scale) throws SQLException {
        return results.getBigDecimal(label, scale);
    }

    @Override
    public InputStream getBinaryStream(String label) throws SQLException {
        return results.getBinaryStream(label);
    }

    @Override
    public Blob getBlob(String label) throws SQLException {
        return results.getBlob(label);
    }

    @Override
    public boolean getBoolean(String label) throws SQLException {
        return results.getBoolean(label);
    }

    @Override
    public byte getByte(String label) throws SQLException {
        return results.getByte(label);
    }

    @Override
    public byte[] getBytes(String label) throws SQLException {
        return results.getBytes(label);
    }

    @Override
    public Reader getCharacterStream(String label) throws SQLException {
        return results.getCharacterStream(label);
    }

    @Override
    public Clob getClob(String label) throws SQLException {
        return results.getClob(label);
    }

    @Override
    public Date getDate(String label) throws SQLException {
        return results.getDate(label);
    }

    @Override
    public Date getDate(String label, Calendar calendar) throws SQLException {
        return results.getDate(label, calendar);
    }

    @Override
    public double getDouble(String label) throws SQLException {
        return results.getDouble(label);
    }

    @Override
    public float getFloat(String label) throws SQLException {
        return results.getFloat(label);
    }

    @Override
    public int getInt(String label) throws SQLException {
        return results.getInt(label);
    }

    @Override
    public long getLong(String label) throws SQLException {
        return results.getLong(label);
    }

    @Override
    public Reader getNCharacterStream(String label) throws SQLException {
        return results.getNCharacterStream(label);
    }

    @Override
    public NClob getNClob(String label) throws SQLException {
        return results.getNClob(label);
    }

    @Override
    public String getNString(String label) throws SQLException {
        return results.getNString(label);
    }

    @Override
    public Object getObject(String label) throws SQLException {
        return results.getObject(label);
    }

    @Override
    public <T> T getObject(String label, Class<T> type) throws SQLException {
        return results.getObject(label, type);
    }

    @Override
    public Object getObject(String label, Map<String, Class<?>> types) throws SQLException {
        return results.getObject(label, types);
    }

    @Override
    public Ref getRef(String label) throws SQLException {
        return results.getRef(label);
    }

    @Override
    public RowId getRowId(String label) throws SQLException {
        return results.getRowId(label);
    }

    @Override
    public SQLXML getSQLXML(String label) throws SQLException {
        return results.getSQLXML(label);
    }

    @Override
    public short getShort(String label) throws SQLException {
        return results.getShort(label);
    }

    @Override
    public String getString(String label) throws SQLException {
        return results.getString(label);
    }

    @Override
    public Time getTime(String label) throws SQLException {
        return results.getTime(label);
    }

    @Override
    public Time getTime(String label, Calendar calendar) throws SQLException {
        return results.getTime(label, calendar);
    }

    @Override
    public Timestamp getTimestamp(String label) throws SQLException {
        return results.getTimestamp(label);
    }

    @Override
    public Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
        return results.getTimestamp(label, calendar);
    }

    @Override
    public URL getURL(String label) throws SQLException {
        return results.getURL(label);
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(String label) throws SQLException {
        return results.getUnicodeStream(label);
    }
}
