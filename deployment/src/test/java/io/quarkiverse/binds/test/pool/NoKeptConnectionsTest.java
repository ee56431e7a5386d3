package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.test.App;
import io.quarkus.test.QuarkusUnitTest;

/** With {@code pool.size=0} each connection is closed when it is returned. */
class NoKeptConnectionsTest {

    private static final int OVERFLOW = 3;

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:none-kept;DB_CLOSE_DELAY=-1
            quarkus.binds.pool.size=0
            quarkus.binds.pool.max-overflow=3
            """);

    @Inject
    Db db;

    @Test
    void connectionIsClosedOnReturn() {
        long before = pool().created();
        for (int i = 1; i <= 3; i++) {
            select();
            assertThat(pool().idle()).isZero();
            assertThat(pool().created()).isEqualTo(before + i);
        }
    }

    @Test
    void threadsBeyondTheLimitAreServed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4 * OVERFLOW);
        try {
            List<Future<?>> units = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                units.add(threads.submit(this::select));
            }
            for (Future<?> unit : units) {
                unit.get();
            }
            assertThat(pool().idle()).isZero();
            assertThat(pool().active()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private void select() {
        db.run(() -> {
            assertThat(db.bind("<default>").sql("select 1").one(Integer.class)).isEqualTo(1);
            assertThat(pool().active()).isBetween(1, OVERFLOW);
        });
    }

    private PoolStats pool() {
        return db.bind("<default>").pool();
    }
}
