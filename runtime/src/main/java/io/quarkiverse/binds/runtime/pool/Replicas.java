package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** Where a unit of work that only reads gets its connections, as long as one of the replicas answers. Thread-safe. */
final class Replicas {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Replicas that do not answer are left alone for so long, lest each unit waits for them in vain. */
    static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final Pool pool;
    private final BooleanSupplier readOnly;
    private volatile long leftAloneUntil = System.nanoTime();

    Replicas(Pool pool, BooleanSupplier readOnly) {
        this.pool = pool;
        this.readOnly = readOnly;
    }

    /**
     * @return null if the server of the bind is to be used
     */
    Connection borrow() throws SQLException {
        if (!readOnly.getAsBoolean()) {
            return null;
        }
        if (pool.isInTransaction()) {
            return pool.getConnection();
        }
        if (leftAloneUntil - System.nanoTime() > 0) {
            return null;
        }
        try {
            return pool.getConnection();
        } catch (NoConnectionException e) {
            leftAloneUntil = System.nanoTime() + LEFT_ALONE.toNanos();
            LOG.warnf("Reading from the server of %s itself, since no replica can be used: %s",
                    BindNames.display(e.bind()), e.getMessage());
            return null;
        }
    }

    boolean abort(Acquirable handler) {
        return pool.abort(handler);
    }

    void dispose() {
        pool.dispose();
    }

    void close() {
        pool.close();
    }
}
