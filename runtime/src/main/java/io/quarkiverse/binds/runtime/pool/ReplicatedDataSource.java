package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;

/** The datasource of a bind with replicas, which serve read-only units of work. Thread-safe. */
final class ReplicatedDataSource extends BindDataSource {

    private static final long serialVersionUID = 1L;

    private final transient Pool primary;
    private final transient Replicas replicas;

    ReplicatedDataSource(AgroalDataSource agroal, Pool primary, ReadsOfBind reads, Replicas replicas) {
        super(agroal, primary, reads);
        this.primary = primary;
        this.replicas = replicas;
    }

    @Override
    public Connection join() throws SQLException {
        Connection connection = primary.isInTransaction() ? null : replicas.borrow();
        return connection == null ? super.join() : connection;
    }

    @Override
    public Loan lend(boolean readOnly) throws SQLException {
        Loan loan = readOnly ? replicas.lend() : null;
        return loan == null ? super.lend(readOnly) : loan;
    }

    @Override
    public void close() {
        super.close();
        replicas.close();
    }
}
