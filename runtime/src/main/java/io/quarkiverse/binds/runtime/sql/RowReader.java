package io.quarkiverse.binds.runtime.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Converts the current row to an object. */
@FunctionalInterface
interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
