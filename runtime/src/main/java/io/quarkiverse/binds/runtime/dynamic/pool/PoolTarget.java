package io.quarkiverse.binds.runtime.dynamic.pool;

import io.quarkiverse.binds.DatabaseOptions;
import io.quarkiverse.binds.runtime.url.DatabaseUrl;

/**
 * The address of one database, and the settings that differ from those of its bind.
 *
 * @param url the URL of the database
 * @param options override those of the bind
 */
public record PoolTarget(DatabaseUrl url, DatabaseOptions options) {

    /** Copies the target with another overflow. */
    public PoolTarget withMaxOverflow(int overflow) {
        return new PoolTarget(url, options.maxOverflow(overflow));
    }

    /** Text without secrets. */
    @Override
    public String toString() {
        return url.masked();
    }
}
