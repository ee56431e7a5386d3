package io.quarkiverse.binds.runtime.recording;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;

/** The calls of results that concern the results, or a row as a whole. */
abstract class DelegatingRows implements ResultSet {

    final ResultSet results;

    DelegatingRows(ResultSet results) {
        this.results = results;
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        return results.absolute(row);
    }

    @Override
    public void afterLast() throws SQLException {
        results.afterLast();
    }

    @Override
    public void beforeFirst() throws SQLException {
        results.beforeFirst();
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        results.cancelRowUpdates();
    }

    @Override
    public void clearWarnings() throws SQLException {
        results.clearWarnings();
    }

    @Override
    public void close() throws SQLException {
        results.close();
    }

    @Override
    public void deleteRow() throws SQLException {
        results.deleteRow();
    }

    @Override
    public int findColumn(String label) throws SQLException {
        return results.findColumn(label);
    }

    @Override
    public boolean first() throws SQLException {
        return results.first();
    }

    @Override
    public int getConcurrency() throws SQLException {
        return results.getConcurrency();
    }

    @Override
    public String getCursorName() throws SQLException {
        return results.getCursorName();
    }

    @Override
    public int getFetchDirection() throws SQLException {
        return results.getFetchDirection();
    }

    @Override
    public int getFetchSize() throws SQLException {
        return results.getFetchSize();
    }

    @Override
    public int getHoldability() throws SQLException {
        return results.getHoldability();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return results.getMetaData();
    }

    @Override
    public int getRow() throws SQLException {
        return results.getRow();
    }

    @Override
    public int getType() throws SQLException {
        return results.getType();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return results.getWarnings();
    }

    @Override
    public void insertRow() throws SQLException {
        results.insertRow();
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        return results.isAfterLast();
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        return results.isBeforeFirst();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return results.isClosed();
    }

    @Override
    public boolean isFirst() throws SQLException {
        return results.isFirst();
    }

    @Override
    public boolean isLast() throws SQLException {
        return results.isLast();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return results.isWrapperFor(type);
    }

    @Override
    public boolean last() throws SQLException {
        return results.last();
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        results.moveToCurrentRow();
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        results.moveToInsertRow();
    }

    @Override
    public boolean previous() throws SQLException {
        return results.previous();
    }

    @Override
    public void refreshRow() throws SQLException {
        results.refreshRow();
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        return results.relative(rows);
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        return results.rowDeleted();
    }

    @Override
    public boolean rowInserted() throws SQLException {
        return results.rowInserted();
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        return results.rowUpdated();
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        results.setFetchDirection(direction);
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        results.setFetchSize(rows);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return results.unwrap(type);
    }

    @Override
    public void updateRow() throws SQLException {
        results.updateRow();
    }

    @Override
    public boolean wasNull() throws SQLException {
        return results.wasNull();
    }
}
