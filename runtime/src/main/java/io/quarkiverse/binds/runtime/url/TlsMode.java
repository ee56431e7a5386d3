package io.quarkiverse.binds.runtime.url;

import java.util.List;
import java.util.Locale;

/**
 * Encryption modes of connections, in the terms of MySQL, libpq and similar clients: each driver has its own names for them.
 */
enum TlsMode {
    DISABLED("disable", "disable", "disabled", "disable", "false"),
    ALLOW(null, "allow", "allow"),
    PREFERRED(null, "prefer", "preferred", "prefer"),
    REQUIRED("trust", "require", "required", "require", "trust"),
    VERIFY_CA("verify-ca", "verify-ca", "verify_ca"),
    VERIFY_IDENTITY("verify-full", "verify-full", "verify_identity", "verify_full");

    private final String mariaDb;
    private final String postgreSql;
    private final List<String> words;

    TlsMode(String mariaDb, String postgreSql, String... words) {
        this.mariaDb = mariaDb;
        this.postgreSql = postgreSql;
        this.words = List.of(words);
    }

    /** @return null if the value is not a mode in any of the vocabularies */
    static TlsMode of(String value) {
        String word = value.toLowerCase(Locale.ROOT).replace('-', '_');
        for (TlsMode mode : values()) {
            if (mode.words.contains(word)) {
                return mode;
            }
        }
        return null;
    }

    static String property(UrlScheme dialect) {
        return dialect == UrlScheme.POSTGRESQL ? "sslmode" : "sslMode";
    }

    /** @return null if the driver has no such mode */
    String value(UrlScheme dialect) {
        return switch (dialect) {
            case MYSQL -> this == ALLOW ? null : name();
            case MARIADB -> mariaDb;
            case POSTGRESQL -> postgreSql;
        };
    }

    /** The modes of a driver, by its own names. */
    static String known(UrlScheme dialect) {
        return switch (dialect) {
            case MYSQL -> "DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY";
            case MARIADB -> "disable, trust, verify-ca or verify-full";
            case POSTGRESQL -> "disable, allow, prefer, require, verify-ca or verify-full";
        };
    }
}
