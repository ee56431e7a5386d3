package io.quarkiverse.binds.runtime.pool;

import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * What a pool is called in messages.
 *
 * @param bind the name of its bind
 * @param database the key of its database in a bind that has several; null in others
 */
record PoolName(String bind, String database) {

    static PoolName ofBind(String bind) {
        return new PoolName(bind, null);
    }

    /** Within a sentence. */
    String display() {
        return database == null ? BindNames.display(bind) : "database '" + database + "' of " + BindNames.display(bind);
    }

    /** As a line begins. */
    String displayFirst() {
        return database == null ? BindNames.displayFirst(bind) : "Database '" + database + "' of " + BindNames.display(bind);
    }
}
