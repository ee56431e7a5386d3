package io.quarkiverse.binds;

import java.util.Objects;

/**
 * Where a database is, and how it is to be used. Immutable.
 *
 * @param url its URL, of the kind that its bind was built for; see {@link Databases#open(String, String)} for what it may not
 *        carry
 * @param options what differs from the settings of the bind
 */
public record DatabaseAddress(String url, DatabaseOptions options) {

    public DatabaseAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(options, "options");
    }

    /** With the settings of the bind. */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, DatabaseOptions.defaults());
    }

    /** With options of its own. */
    public static DatabaseAddress of(String url, DatabaseOptions options) {
        return new DatabaseAddress(url, options);
    }

    /** Without the URL, which may carry a password. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + options + "]";
    }
}
