package io.quarkiverse.binds.runtime.config;

import java.util.Locale;

/** Whether read-only units of work that are served by replicas see earlier writes. */
public enum ReadYourWrites {

    /** They may read what was there before. */
    OFF,
    /** The client of a request that has written is served by the primary for a while. */
    SESSION,
    /** A replica is used once it has applied the commits of this process. */
    WAIT;

    /** The value in the configuration. */
    String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Converts the value in the configuration. */
    static ReadYourWrites of(String value) {
        return valueOf(value.trim().toUpperCase(Locale.ROOT));
    }
}
