package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.agroal.DataSource;

/** Records the databases of borrowed connections. */
@Singleton
@DataSource("tenants")
public class AcquiredConnections implements AgroalPoolInterceptor {

    final List<String> urls = new CopyOnWriteArrayList<>();

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            urls.add(connection.getMetaData().getURL());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
