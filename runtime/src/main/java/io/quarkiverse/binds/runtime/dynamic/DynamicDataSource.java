package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.runtime.pool.DelegatingDataSource;

/** The datasource of a dynamic bind: connects to the database that is selected for the calling thread. Thread-safe. */
final class DynamicDataSource extends DelegatingDataSource {

    private static final long serialVersionUID = 1L;

    private final transient AgroalDataSource template;
    private final transient Connections connections;
    private final transient Supplier<String> key;
    private final transient DatabaseRegistry registry;

    /**
     * @param template the datasource that Quarkus has made from the configuration of the bind; it is never connected
     * @param key returns the key that is selected for the calling thread
     */
    DynamicDataSource(AgroalDataSource template, Connections connections, Supplier<String> key, DatabaseRegistry registry) {
        super(template);
        this.template = template;
        this.connections = connections;
        this.key = key;
        this.registry = registry;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connections.get(key.get(), false);
    }

    @Override
    public Connection getReadOnlyConnection() throws SQLException {
        return connections.get(key.get(), true);
    }

    /** Always true: with one database down, the others still work; the health check of the bind reports each by its key. */
    @Override
    public boolean isHealthy(boolean newConnection) {
        return true;
    }

    @Override
    public void close() {
        registry.closeAll();
        template.close();
    }
}
