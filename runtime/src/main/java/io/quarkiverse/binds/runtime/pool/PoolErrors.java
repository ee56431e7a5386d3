package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkiverse.binds.runtime.failure.NoConnectionException;

/** Creates the errors for borrowers, with the name of the bind. */
final class PoolErrors {

    private PoolErrors() {
    }

    static NoConnectionException interrupted(PoolSettings settings) {
        return new NoConnectionException(settings.bind(), "Interrupted while waiting for a connection of "
                + settings.name().display() + ": thread '" + Thread.currentThread().getName() + "'");
    }

    static NoConnectionException serverSilent(PoolSettings settings) {
        return new NoConnectionException(settings.bind(), silence(settings));
    }

    /** @param e Agroal's timeout error, which names neither the bind nor the key that sets the timeout */
    static NoConnectionException serverSilent(PoolSettings settings, SQLException e) {
        return new NoConnectionException(settings.bind(),
                silence(settings) + " (" + BindKey.property(settings.bind(), "pool.timeout") + ")", e);
    }

    private static String silence(PoolSettings settings) {
        return settings.name().displayFirst() + " cannot open a connection: its server did not answer within "
                + settings.displayTimeout();
    }

    /** Error for a connection lost between its opening and its first use. */
    static NoConnectionException lostAtOnce(PoolSettings settings, SQLException e) {
        return new NoConnectionException(settings.bind(),
                settings.name().displayFirst() + " has no connection: " + e.getMessage(), e);
    }

    static NoConnectionException allLeased(PoolSettings settings, String longest) {
        String bind = settings.bind();
        return new NoConnectionException(bind,
                settings.name().displayFirst() + " has no free connection: all connections (size "
                        + settings.size() + ", overflow " + settings.overflow() + ") were in use for the timeout of "
                        + settings.displayTimeout() + longest + ". Hold connections for a shorter time, or increase "
                        + BindKey.property(bind, "pool.size") + ", " + BindKey.property(bind, "pool.max-overflow") + " or "
                        + BindKey.property(bind, "pool.timeout"));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }
}
