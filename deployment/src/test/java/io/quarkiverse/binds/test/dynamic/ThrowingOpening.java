package io.quarkiverse.binds.test.dynamic;

import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.Database;
import io.quarkiverse.binds.DatabaseAddress;
import io.quarkiverse.binds.DatabaseInitializer;
import io.quarkiverse.binds.DatabaseSource;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.dynamic.DatabaseListener;
import io.quarkiverse.binds.test.support.Thrown;
import io.quarkus.arc.Unremovable;

/** Source, initializer and listener, one of which throws. */
@Singleton
@Unremovable
public class ThrowingOpening implements DatabaseSource, DatabaseInitializer, DatabaseListener {

    enum Place {
        SOURCE,
        INITIALIZER,
        LISTENER
    }

    static final String HELD = "throwing";
    static final AtomicInteger TRIES = new AtomicInteger();

    static volatile Place place;
    static volatile Thrown thrown;
    static volatile boolean closing;

    private static void at(Place here) {
        if (place == here) {
            TRIES.incrementAndGet();
            OpeningBarrier.pass(HELD);
            thrown.now();
        }
    }

    @Override
    public Optional<DatabaseAddress> find(String bind, String key) {
        at(Place.SOURCE);
        return Optional.empty();
    }

    @Override
    public void initialize(Database database, DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute("create table if not exists prepared (x int)");
            at(Place.INITIALIZER);
        }
    }

    @Override
    public void opened(String bind, String key, Supplier<PoolStats> stats) {
        at(Place.LISTENER);
    }

    @Override
    public void closed(String bind, String key) {
        if (closing) {
            thrown.now();
        }
    }
}
