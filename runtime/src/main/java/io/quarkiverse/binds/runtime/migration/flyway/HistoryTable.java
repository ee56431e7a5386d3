package io.quarkiverse.binds.runtime.migration.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.flywaydb.core.internal.database.base.Database;
import org.flywaydb.core.internal.database.base.Schema;

/**
 * Flyway's history table, for what Flyway itself does not do.
 * <p>
 * On MySQL and MariaDB, which commit each change of a table at once, the table contains a mark while a script runs: a row that
 * says how many of its statements are done. Its rank is negative, so that Flyway, which reads ranks from 0 on, does not see it.
 * The row is written by the connection and in the transaction of the script. So the mark in the table counts exactly those
 * statements that were committed, except for one in which the process or the connection ended.
 *
 * @param name with its schema, quoted
 * @param quote the quotation mark of identifiers
 */
record HistoryTable(String name, String quote) {

    /** Flyway has -1 for the creation of the table on H2, and -100 for a lock. */
    private static final int RANK_OF_MARK = -7;
    private static final String SCRIPT = "SQL";
    private static final String UNDO = "UNDO_SQL";

    /**
     * A script that was begun.
     *
     * @param undo whether it is the script that reverts the version
     * @param statements number of its statements that are done
     * @param checksum of these statements
     */
    record Mark(String version, boolean undo, String script, int statements, int checksum) {
    }

    static HistoryTable of(Database<?> database, Schema<?, ?> schema, String table) {
        return new HistoryTable(database.quote(schema.getName(), table), database.quote("x").substring(0, 1));
    }

    /** The table in the current database of a MySQL or MariaDB connection. */
    static HistoryTable onMySql(Connection connection, String table) throws SQLException {
        return new HistoryTable("`" + connection.getCatalog() + "`.`" + table + "`", "`");
    }

    Optional<Mark> mark(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql("SELECT %s, %s, %s, %s, %s FROM ", "version", "type",
                "script", "execution_time", "checksum") + name + where("installed_rank"))) {
            select.setInt(1, RANK_OF_MARK);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Mark(row.getString(1), row.getString(2).equals(UNDO), row.getString(3),
                                row.getInt(4), row.getInt(5)))
                        : Optional.empty();
            }
        }
    }

    /** Writes the mark of a script of which nothing is done. */
    void begin(Connection connection, String version, boolean undo, String script) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + name
                + sql(" (%s, %s, %s, %s, %s, %s, %s, %s, %s) VALUES (?, ?, ?, ?, ?, 0, ?, 0, ?)", "installed_rank", "version",
                        "description", "type", "script", "checksum", "installed_by", "execution_time", "success"))) {
            insert.setInt(1, RANK_OF_MARK);
            insert.setString(2, version);
            insert.setString(3, "in progress: execution_time counts statements");
            insert.setString(4, undo ? UNDO : SCRIPT);
            insert.setString(5, script);
            insert.setString(6, "quarkus-binds");
            insert.setBoolean(7, false);
            insert.executeUpdate();
        }
    }

    void progress(Connection connection, int statements, int checksum) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE " + name
                + sql(" SET %s = ?, %s = ?", "execution_time", "checksum") + where("installed_rank"))) {
            update.setInt(1, statements);
            update.setInt(2, checksum);
            update.setInt(3, RANK_OF_MARK);
            update.executeUpdate();
        }
    }

    void end(Connection connection) throws SQLException {
        deleteRank(connection, RANK_OF_MARK);
    }

    void deleteRank(Connection connection, int rank) throws SQLException {
        try (PreparedStatement delete = connection
                .prepareStatement("DELETE FROM " + name + where("installed_rank"))) {
            delete.setInt(1, rank);
            delete.executeUpdate();
        }
    }

    /** Deletes Flyway's entry of a failed version; the mark stays. */
    void deleteFailed(Connection connection, String version) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + name + where("version")
                + sql(" AND %s = ? AND %s >= 0", "success", "installed_rank"))) {
            delete.setString(1, version);
            delete.setBoolean(2, false);
            delete.executeUpdate();
        }
    }

    private String where(String column) {
        return sql(" WHERE %s = ?", column);
    }

    private String sql(String format, String... columns) {
        Object[] quoted = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            quoted[i] = quote + columns[i] + quote;
        }
        return String.format(format, quoted);
    }
}
