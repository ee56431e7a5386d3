package io.quarkiverse.binds.runtime.config;

import java.util.Locale;

/**
 * The treatment of a schema: at the start of the application or, in a dynamic bind, when a database is opened for the first
 * time.
 */
public enum SchemaStrategy {

    NONE,
    CREATE,
    /** Not allowed in a dynamic bind. */
    DROP_AND_CREATE,
    UPDATE,
    VALIDATE,
    /** In a dynamic bind only. */
    MIGRATE;

    /** Converts the value in the configuration; null for none. */
    static SchemaStrategy of(String value) {
        return value == null ? NONE : valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
