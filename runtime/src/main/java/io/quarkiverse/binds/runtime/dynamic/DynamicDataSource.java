package io.quarkiverse.binds.runtime.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.runtime.pool.DelegatingDataSource;

/**
 * The datasource of a dynamic bind: its connections lead to the database that is chosen for the calling thread. Thread-safe.
 */
final class DynamicDataSource extends DelegatingDataSource {

    private static final long serialVersionUID = 1L;

    private final transient AgroalDataSource pattern;
    private final transient Connections connections;
    private final transient Supplier<String> key;
    private final transient Registry registry;

    /**
     * @param pattern what Quarkus has made of the configuration of the bind, which leads nowhere
     * @param key the key that is chosen for the calling thread
     */
    DynamicDataSource(AgroalDataSource pattern, Connections connections, Supplier<String> key, Registry registry) {
        super(pattern);
        this.pattern = pattern;
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

    /** There may be no database at all, and one that is not well is no reason to take the others from their users. */
    @Override
    public boolean isHealthy(boolean newConnection) {
        return true;
    }

    @Override
    public void close() {
        registry.closeAll();
        pattern.close();
    }
}
