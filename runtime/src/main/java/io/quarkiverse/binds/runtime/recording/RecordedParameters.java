package io.quarkiverse.binds.runtime.recording;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** Sets the other parameters of a prepared statement, and records them. */
abstract class RecordedParameters extends RecordedStreams {

    RecordedParameters(PreparedStatement prepared, StatementRecording recording) {
        super(prepared, recording);
    }

    @Override
    public void setArray(int index, Array value) throws SQLException {
        prepared.setArray(index, value);
        recording.set(index, value);
    }

    @Override
    public void setBigDecimal(int index, BigDecimal value) throws SQLException {
        prepared.setBigDecimal(index, value);
        recording.set(index, value);
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        prepared.setBoolean(index, value);
        recording.set(index, value);
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        prepared.setByte(index, value);
        recording.set(index, value);
    }

    @Override
    public void setBytes(int index, byte[] value) throws SQLException {
        prepared.setBytes(index, value);
        recording.set(index, value);
    }

    @Override
    public void setDate(int index, Date value) throws SQLException {
        prepared.setDate(index, value);
        recording.set(index, value);
    }

    @Override
    public void setDate(int index, Date value, Calendar calendar) throws SQLException {
        prepared.setDate(index, value, calendar);
        recording.set(index, value);
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        prepared.setDouble(index, value);
        recording.set(index, value);
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        prepared.setFloat(index, value);
        recording.set(index, value);
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        prepared.setInt(index, value);
        recording.set(index, value);
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        prepared.setLong(index, value);
        recording.set(index, value);
    }

    @Override
    public void setNString(int index, String value) throws SQLException {
        prepared.setNString(index, value);
        recording.set(index, value);
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        prepared.setNull(index, type);
        recording.set(index, null);
    }

    @Override
    public void setNull(int index, int type, String typeName) throws SQLException {
        prepared.setNull(index, type, typeName);
        recording.set(index, null);
    }

    @Override
    public void setObject(int index, Object value) throws SQLException {
        prepared.setObject(index, value);
        recording.set(index, value);
    }

    @Override
    public void setObject(int index, Object value, int type) throws SQLException {
        prepared.setObject(index, value, type);
        recording.set(index, value);
    }

    @Override
    public void setObject(int index, Object value, int type, int scaleOrLength) throws SQLException {
        prepared.setObject(index, value, type, scaleOrLength);
        recording.set(index, value);
    }

    @Override
    public void setObject(int index, Object value, SQLType type) throws SQLException {
        prepared.setObject(index, value, type);
        recording.set(index, value);
    }

    @Override
    public void setObject(int index, Object value, SQLType type, int scaleOrLength) throws SQLException {
        prepared.setObject(index, value, type, scaleOrLength);
        recording.set(index, value);
    }

    @Override
    public void setRef(int index, Ref value) throws SQLException {
        prepared.setRef(index, value);
        recording.set(index, value);
    }

    @Override
    public void setRowId(int index, RowId value) throws SQLException {
        prepared.setRowId(index, value);
        recording.set(index, value);
    }

    @Override
    public void setSQLXML(int index, SQLXML value) throws SQLException {
        prepared.setSQLXML(index, value);
        recording.set(index, value);
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        prepared.setShort(index, value);
        recording.set(index, value);
    }

    @Override
    public void setString(int index, String value) throws SQLException {
        prepared.setString(index, value);
        recording.set(index, value);
    }

    @Override
    public void setTime(int index, Time value) throws SQLException {
        prepared.setTime(index, value);
        recording.set(index, value);
    }

    @Override
    public void setTime(int index, Time value, Calendar calendar) throws SQLException {
        prepared.setTime(index, value, calendar);
        recording.set(index, value);
    }

    @Override
    public void setTimestamp(int index, Timestamp value) throws SQLException {
        prepared.setTimestamp(index, value);
        recording.set(index, value);
    }

    @Override
    public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
        prepared.setTimestamp(index, value, calendar);
        recording.set(index, value);
    }

    @Override
    public void setURL(int index, URL value) throws SQLException {
        prepared.setURL(index, value);
        recording.set(index, value);
    }
}
