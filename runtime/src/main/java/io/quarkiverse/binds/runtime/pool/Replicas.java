package io.quarkiverse.binds.runtime.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.cache.Acquirable;
import io.quarkiverse.binds.PoolStats;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;
import io.quarkiverse.binds.runtime.readonly.ReadSource;

/** Lends connections of the replicas to read-only units of work, as long as a replica answers. Thread-safe. */
final class Replicas {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds");

    /** Time without another attempt after no replica has answered in time: each unit of work would wait for them. */
    static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final Pool pool;
    private final BooleanSupplier readOnly;
    private final ReadYourWritesPolicy policy;
    private volatile long leftAloneUntil = System.nanoTime();

    Replicas(Pool pool, BooleanSupplier readOnly, ReadYourWritesPolicy policy) {
        this.pool = pool;
        this.readOnly = readOnly;
        this.policy = policy;
    }

    /** Traces statements if those of the bind are traced. */
    void traceLike(AgroalDataSource ofBind) {
        pool.traceLike(ofBind);
    }

    /** @return null if the bind's own server has to be used */
    Connection borrow() throws SQLException {
        if (!readOnly.getAsBoolean()) {
            return null;
        }
        if (pool.isInTransaction()) {
            return pool.getConnection();
        }
        return orNull(pool::getConnection);
    }

    /** Lends a connection for queries without a transaction. @return null if the bind's own server has to be used */
    ReadSource.Loan lend() throws SQLException {
        return orNull(pool::lendForReading);
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T orNull(Attempt<T> attempt) throws SQLException {
        if (leftAloneUntil - System.nanoTime() > 0 || policy.requiresPrimary()) {
            return null;
        }
        try {
            return attempt.make();
        } catch (NoConnectionException e) {
            leaveAlone("No connection to a replica of %s is available, so its own server is used for reads: %s", e);
            return null;
        } catch (ReplicaBehindException e) {
            leaveAlone("The replicas of %s are behind, so its own server is used for reads: %s", e);
            return null;
        }
    }

    private void leaveAlone(String message, SQLException reason) {
        leftAloneUntil = System.nanoTime() + LEFT_ALONE.toNanos();
        LOG.warnf(message, pool.name().display(), reason.getMessage());
    }

    PoolStats stats() {
        return pool.stats();
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
