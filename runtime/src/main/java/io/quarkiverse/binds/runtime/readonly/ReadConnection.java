package io.quarkiverse.binds.runtime.readonly;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The connection of a unit of work that reads by statement. A query that needs no transaction runs on a connection that is
 * borrowed for as long as its statement is open. Every other call begins the transaction of the unit of work and goes to the
 * connection of the transaction, as do all calls after it: no write can be committed by itself. Confined to the thread of its
 * unit of work.
 */
public final class ReadConnection extends ConnectionOfTransaction {

    private final StatementReads reads;
    private final ReadSource source;
    /** The connection of the transaction; null before the first call that needs one. */
    private Connection joined;
    /** Null while no statement is open on it. */
    private ReadSource.Loan loan;
    /** Whether the loan has joined the transaction, whose end returns it: it must not be returned twice. */
    private boolean loanJoined;
    private final List<ReadStatement> openStatements = new ArrayList<>(1);
    private boolean closed;

    private ReadConnection(StatementReads reads, ReadSource source) {
        this.reads = reads;
        this.source = source;
    }

    public static Connection of(StatementReads reads, ReadSource source) {
        ReadConnection connection = new ReadConnection(reads, source);
        reads.opened(connection);
        return connection;
    }

    /** The connection of the transaction, which this call begins. */
    @Override
    protected Connection delegate() throws SQLException {
        requireOpen();
        if (joined == null) {
            reads.begin();
            joined = source.join();
        }
        return joined;
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLNonTransientConnectionException("The connection is closed", "08003");
        }
    }

    /**
     * Called when the transaction of the unit of work has begun: a connection whose statements are open joins it. The
     * transaction needs one connection then, as a pool may have no other.
     */
    public void transactionBegun() throws SQLException {
        if (loan != null && !loanJoined) {
            loan.join();
            loanJoined = true;
        }
    }

    /** Called before the transaction ends: statements that are still open on its connection are closed, as all of it are. */
    public void transactionEnds() {
        if (loanJoined) {
            closeStatements();
            forgetLoan();
        }
    }

    private void closeStatements() {
        openStatements.forEach(ReadStatement::closeWithConnection);
        openStatements.clear();
    }

    private void forgetLoan() {
        loan = null;
        loanJoined = false;
    }

    private boolean canRead(String sql) throws SQLException {
        requireOpen();
        return joined == null && reads.isCurrent() && source.plainReads().contains(sql);
    }

    private interface Preparation {
        PreparedStatement prepare(Connection connection) throws SQLException;
    }

    private PreparedStatement prepareRead(Preparation preparation) throws SQLException {
        if (loan == null) {
            loan = source.lend(reads.isReadOnly());
        }
        try {
            ReadStatement statement = new ReadStatement(this, preparation.prepare(loan.connection()));
            openStatements.add(statement);
            return statement;
        } finally {
            returnIfUnused();
        }
    }

    /** Called once for each statement that was prepared for reading. */
    void statementClosed(ReadStatement statement) throws SQLException {
        openStatements.remove(statement);
        returnIfUnused();
    }

    private void returnIfUnused() throws SQLException {
        if (openStatements.isEmpty()) {
            returnLoan();
        }
    }

    private void returnLoan() throws SQLException {
        if (loan != null) {
            Connection unused = loanJoined ? null : loan.connection();
            forgetLoan();
            if (unused != null) {
                unused.close();
            }
        }
    }

    /**
     * Called before a query returns its rows in portions. PostgreSQL does so within a transaction only; otherwise all rows
     * would be kept in memory.
     */
    void fetchesInPortions() throws SQLException {
        if (joined == null && source.plainReads().fetchesInTransactionOnly() && reads.isCurrent()) {
            reads.begin();
        }
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return canRead(sql) ? prepareRead(connection -> connection.prepareStatement(sql))
                : delegate().prepareStatement(sql);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return concurrency == ResultSet.CONCUR_READ_ONLY && canRead(sql)
                ? prepareRead(connection -> connection.prepareStatement(sql, type, concurrency))
                : delegate().prepareStatement(sql, type, concurrency);
    }

    /** A value for a parameter belongs to the connection of the statement. */
    private Connection ofStatement() throws SQLException {
        return joined == null && loan != null ? loan.connection() : delegate();
    }

    @Override
    public Array createArrayOf(String type, Object[] elements) throws SQLException {
        return ofStatement().createArrayOf(type, elements);
    }

    @Override
    public Blob createBlob() throws SQLException {
        return ofStatement().createBlob();
    }

    @Override
    public Clob createClob() throws SQLException {
        return ofStatement().createClob();
    }

    @Override
    public NClob createNClob() throws SQLException {
        return ofStatement().createNClob();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        Connection used = used();
        return used == null ? null : used.getWarnings();
    }

    @Override
    public void clearWarnings() throws SQLException {
        Connection used = used();
        if (used != null) {
            used.clearWarnings();
        }
    }

    private Connection used() {
        return joined == null && loan != null ? loan.connection() : joined;
    }

    /** False, as for every connection of a unit of work: none of its writes is committed by itself. */
    @Override
    public boolean getAutoCommit() throws SQLException {
        return joined != null && joined.getAutoCommit();
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return joined == null ? reads.isReadOnly() : joined.isReadOnly();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || joined != null && joined.isClosed();
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        reads.closed(this);
        release();
    }

    /** Closes the connection at the end of the unit of work. */
    public void release() throws SQLException {
        closed = true;
        try {
            closeStatements();
            returnLoan();
        } finally {
            if (joined != null) {
                joined.close();
            }
        }
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        Connection used = used();
        if (used != null) {
            used.abort(executor);
        }
        close();
    }
}
