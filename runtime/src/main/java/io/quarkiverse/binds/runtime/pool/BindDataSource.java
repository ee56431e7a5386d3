package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalDataSourceConfiguration;
import io.quarkiverse.binds.runtime.config.PoolConfig;
import io.quarkiverse.binds.runtime.readonly.PlainReads;
import io.quarkiverse.binds.runtime.readonly.ReadConnection;
import io.quarkiverse.binds.runtime.readonly.ReadSource;
import io.quarkiverse.binds.runtime.readonly.StatementReads;

/**
 * The datasource of a bind: delegates to Agroal's datasource, except for connections, which {@link Pool} lends. Thread-safe.
 */
class BindDataSource extends DelegatingDataSource implements ReadSource {

    private static final long serialVersionUID = 1L;

    private final transient Pool pool;
    private final transient ReadsOfBind reads;
    private final transient AgroalDataSourceConfiguration configuration;

    /** @param reads of the bind; null if it is always read in a transaction */
    BindDataSource(AgroalDataSource agroal, Pool pool, ReadsOfBind reads) {
        super(agroal);
        this.reads = reads;
        this.pool = pool;
        this.configuration = BindDataSourceConfiguration.of(agroal.getConfiguration(), pool.max());
    }

    @Override
    public AgroalDataSourceConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public Connection getConnection() throws SQLException {
        StatementReads unitOfWork = reads == null ? null : reads.current();
        if (unitOfWork != null) {
            return ReadConnection.of(unitOfWork, this);
        }
        return join();
    }

    @Override
    public PlainReads plainReads() {
        return reads.plain();
    }

    @Override
    public Loan lend(boolean readOnly) throws SQLException {
        return pool.lendForReading();
    }

    @Override
    public Connection join() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return pool.getReadOnlyConnection();
    }

    /** Never waits for a connection to be returned: see {@link Pool#isAvailable()}. */
    @Override
    public boolean isHealthy(boolean newConnection) throws SQLException {
        try {
            return newConnection ? pool.canOpen() : pool.isAvailable();
        } catch (SQLException e) {
            // the pool's own messages, such as a missing URL, name no user and no server; messages of a driver do
            throw e.getCause() == null || PoolConfig.showsDetailsOfHealth() ? e
                    : new SQLException("the database is not available; see the log for the reason, or set"
                            + " quarkus.binds.health.details=true to show it here", e.getSQLState(), e.getErrorCode(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
