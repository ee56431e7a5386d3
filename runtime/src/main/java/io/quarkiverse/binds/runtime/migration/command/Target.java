package io.quarkiverse.binds.runtime.migration.command;

import io.quarkiverse.binds.runtime.config.BindNames;

/**
 * A database that a command is for.
 *
 * @param database the key in a dynamic bind; null for the database of another bind
 */
record Target(String bind, String database) {

    /** The key of the database, or the name of the bind. */
    String name() {
        return database == null ? bind : database;
    }

    /** The target at the beginning of a line. */
    String display() {
        return database == null ? BindNames.displayFirst(bind)
                : "Database '" + database + "' of " + BindNames.display(bind);
    }
}
