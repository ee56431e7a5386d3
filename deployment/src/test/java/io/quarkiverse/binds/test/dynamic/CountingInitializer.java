package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.Databases;
import io.quarkiverse.binds.Db;

/** Initializer that counts its runs and fails on demand. */
@Singleton
public class CountingInitializer implements DatabaseInitializer {

    public static final Map<String, Integer> TIMES = new ConcurrentHashMap<>();
    public static volatile boolean fails;

    @Inject
    Databases databases;

    @Inject
    Db db;

    @Override
    public void initialize(Database database, DataSource dataSource) throws SQLException {
        TIMES.merge(database.key(), 1, Integer::sum);
        if (fails) {
            throw new SQLException("not today");
        }
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists prepared (x int)");
        }
        databases.of("tenants").run(database.key(), () -> {
            db.add(Remark.of("prepared " + database.key()));
            db.commit();
        });
    }
}
