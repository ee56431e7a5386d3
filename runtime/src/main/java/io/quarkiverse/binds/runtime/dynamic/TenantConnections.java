package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;

import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkus.arc.Arc;

/**
 * Where Hibernate gets the connections of a dynamic bind. Quarkus's own provider keeps one entry for each tenant that there
 * ever
 * was. Thread-safe.
 */
final class TenantConnections implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;

    private final String bind;
    private transient volatile DynamicBind of;

    TenantConnections(String bind) {
        this.bind = bind;
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        DynamicBind found = of;
        if (found == null) {
            found = Arc.container().instance(DynamicBinds.class).get().get(bind);
            of = found;
        }
        return found.connectionOf(tenant);
    }

    @Override
    public void releaseConnection(String tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new SQLException("There is no database in " + BindNames.display(bind) + " that stands for all others");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /** As with other datasources of Quarkus: in a transaction the pool gives the same connection each time. */
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
