package io.quarkiverse.binds.runtime.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads result sets. */
final class Rows {

    private Rows() {
    }

    static List<Map<String, Object>> maps(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, Object>> result = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), rows.getObject(i));
            }
            result.add(row);
        }
        return result;
    }

    /** @param limit the maximum number of rows */
    static <T> List<T> list(ResultSet rows, Class<T> type, int limit) throws SQLException {
        RowReader<T> reader = type.isRecord() ? Records.reader(type, rows.getMetaData()) : scalar(type, rows.getMetaData());
        List<T> result = new ArrayList<>();
        while (result.size() < limit && rows.next()) {
            result.add(reader.read(rows));
        }
        return result;
    }

    private static <T> RowReader<T> scalar(Class<T> type, ResultSetMetaData columns) throws SQLException {
        if (columns.getColumnCount() != 1) {
            throw new IllegalArgumentException("A row of " + columns.getColumnCount() + " columns is no " + type.getName()
                    + ": ask for maps(), for a record with these components or for an entity");
        }
        return row -> {
            T value = row.getObject(1, type);
            return row.wasNull() ? null : value;
        };
    }
}
