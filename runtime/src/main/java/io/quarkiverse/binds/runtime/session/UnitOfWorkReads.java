package io.quarkiverse.binds.runtime.session;

import java.sql.SQLException;

import io.quarkiverse.binds.runtime.readonly.ReadConnection;
import io.quarkiverse.binds.runtime.readonly.StatementReads;

/** The reads of a unit of work without a transaction. Confined to the thread of the unit of work. */
record UnitOfWorkReads(UnitOfWorkContext unitOfWork, SessionsAndTransaction sessions,
        JtaTransactions transactions) implements StatementReads {

    /** Whether work goes on without a transaction on this thread: nothing was written, and reads need none. */
    @Override
    public boolean isCurrent() {
        return unitOfWork.attributes().readsByStatement() && !unitOfWork.isTransactional() && !unitOfWork.hasTransaction()
                && isUsable();
    }

    private boolean isUsable() {
        return unitOfWork.isOwner() && unitOfWork.includes(transactions.current());
    }

    @Override
    public boolean isReadOnly() {
        return unitOfWork.attributes().options().readOnly();
    }

    @Override
    public void begin() throws SQLException {
        if (!isUsable()) {
            throw new SQLException("The connection belongs to the unit of work of " + unitOfWork.attributes().name()
                    + ", but another unit of work, transaction or thread uses it. Get a connection there", "25000");
        }
        unitOfWork.begin();
    }

    @Override
    public void opened(ReadConnection connection) {
        sessions.reads().add(connection);
    }

    @Override
    public void closed(ReadConnection connection) {
        sessions.reads().remove(connection);
    }
}
