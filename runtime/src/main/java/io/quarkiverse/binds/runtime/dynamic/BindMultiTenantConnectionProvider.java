package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.arc.Arc;

/**
 * Provides Hibernate with the connections of a dynamic bind. It replaces Quarkus's provider, which never removes the entry of a
 * tenant. Thread-safe.
 */
final class BindMultiTenantConnectionProvider implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;

    private final String bind;
    private transient volatile DynamicDataSourceFactory dataSources;

    BindMultiTenantConnectionProvider(String bind) {
        this.bind = bind;
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        DynamicDataSourceFactory found = dataSources;
        if (found == null) {
            found = Arc.container().instance(DynamicDataSourceFactory.class).get();
            dataSources = found;
        }
        return found.connection(bind, tenant);
    }

    @Override
    public void releaseConnection(String tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new SQLException(
                "A connection of " + BindNames.display(bind) + " needs a key: no database of the bind stands for the others");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /**
     * Always true, as for other datasources of Quarkus: within a transaction the pool returns the same connection each time.
     */
    @Override
    public boolean supportsAggressiveRelease() {
        return true;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
