package io.quarkiverse.binds.runtime.pool;

import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * The name of a pool in messages.
 *
 * @param bind the name of its bind
 * @param database the key of the database in a dynamic bind; null in other binds
 */
public record PoolName(String bind, String database) {

    public static PoolName ofBind(String bind) {
        return new PoolName(bind, null);
    }

    /** The name within a sentence. */
    public String display() {
        return database == null ? BindNames.display(bind) : "database '" + database + "' of " + BindNames.display(bind);
    }

    /** The name at the beginning of a line. */
    public String displayFirst() {
        return database == null ? BindNames.displayFirst(bind) : "Database '" + database + "' of " + BindNames.display(bind);
    }
}
