package io.quarkiverse.binds.runtime.tracing;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.quarkiverse.binds.runtime.pool.DelegatingDataSource;
import io.quarkiverse.binds.runtime.pool.PoolName;
import io.quarkiverse.binds.runtime.pool.TracedDataSource;

/** A datasource whose statements have spans with the name of the bind. Thread-safe. */
final class TracedAgroalDataSource extends DelegatingDataSource implements TracedDataSource {

    private static final long serialVersionUID = 1L;

    private final transient AgroalDataSource agroal;
    private final transient OpenTelemetry openTelemetry;
    private final transient DataSource traced;
    private final transient DataSource tracedReadOnly;

    /** @param agroal a datasource of Agroal, or one that traces the statements of such a datasource */
    TracedAgroalDataSource(AgroalDataSource agroal, OpenTelemetry openTelemetry, PoolName name) {
        super(agroal);
        this.agroal = agroal;
        this.openTelemetry = openTelemetry;
        JdbcTelemetry telemetry = JdbcTelemetry.builder(new BindOpenTelemetry(openTelemetry, name))
                .setDataSourceInstrumenterEnabled(true) // as Quarkus does
                .build();
        AgroalDataSource plain = plain(agroal);
        this.traced = telemetry.wrap(plain);
        this.tracedReadOnly = telemetry.wrap(new ReadOnly(plain));
    }

    private static AgroalDataSource plain(AgroalDataSource agroal) {
        try {
            return agroal.unwrap(io.agroal.pool.DataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public AgroalDataSource traceToo(AgroalDataSource other, PoolName name) {
        return new TracedAgroalDataSource(other, openTelemetry, name);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return traced.getConnection();
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return tracedReadOnly.getConnection();
    }

    @Override
    public boolean isHealthy(boolean newConnection) throws SQLException {
        return agroal.isHealthy(newConnection);
    }

    @Override
    public void close() {
        agroal.close();
    }

    /** The instrumentation calls {@code getConnection()} only. */
    private static final class ReadOnly extends DelegatingDataSource {

        private static final long serialVersionUID = 1L;

        private final transient AgroalDataSource agroal;

        ReadOnly(AgroalDataSource agroal) {
            super(agroal);
            this.agroal = agroal;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return agroal.getReadOnlyConnection();
        }

        @Override
        public Connection getReadOnlyConnection() throws SQLException {
            return agroal.getReadOnlyConnection();
        }

        @Override
        public boolean isHealthy(boolean newConnection) throws SQLException {
            return agroal.isHealthy(newConnection);
        }

        @Override
        public void close() {
            agroal.close();
        }
    }
}
