package io.quarkiverse.binds.runtime.readonly;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;

/** A query of a {@link ReadConnection} that runs without a transaction. */
final class ReadStatement extends CheckedPreparedStatement {

    /** Refuses SQL that was not looked at when the statement was prepared. */
    private static final StatementGuard OTHER_SQL = new StatementGuard(null, SqlSyntax.STANDARD, true) {

        @Override
        void check(String sql) throws SQLException {
            throw new SQLNonTransientException("A prepared statement executes the SQL that it was prepared with, and no other",
                    "07000");
        }
    };

    private final ReadConnection connection;
    private boolean closed;

    ReadStatement(ReadConnection connection, PreparedStatement prepared) {
        super(connection, OTHER_SQL, prepared);
        this.connection = connection;
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        if (rows != 0) {
            connection.fetchesInPortions();
        }
        super.setFetchSize(rows);
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            super.close();
        } finally {
            connection.statementClosed(this);
        }
    }

    /** Closes the statement when its connection is returned. */
    void closeWithConnection() {
        closed = true;
        try {
            super.close();
        } catch (SQLException e) {
            // the connection is lost
        }
    }
}
