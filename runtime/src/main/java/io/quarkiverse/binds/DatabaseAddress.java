package io.quarkiverse.binds;

import java.util.Objects;

/**
 * The address of a database and its settings. Immutable.
 *
 * @param url the URL, of the kind that the bind was built for; see {@link Databases#open(String, String)} for refused
 *        properties
 * @param options the settings that differ from those of the bind
 * @since 0.1
 */
public record DatabaseAddress(String url, DatabaseOptions options) {

    /**
     * Refuses missing values. The URL is checked when the database is opened.
     *
     * @param url the URL
     * @param options the settings, {@link DatabaseOptions#defaults()} for those of the bind
     * @throws NullPointerException if a value is null
     */
    public DatabaseAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(options, "options");
    }

    /**
     * Creates an address with the settings of the bind.
     *
     * @param url the URL, of the kind that the bind was built for
     * @return the address
     * @throws NullPointerException if the URL is null
     */
    public static DatabaseAddress of(String url) {
        return new DatabaseAddress(url, DatabaseOptions.defaults());
    }

    /**
     * Creates an address with its own settings.
     *
     * @param url the URL, of the kind that the bind was built for
     * @param options the settings that differ from those of the bind
     * @return the address
     * @throws NullPointerException if a value is null
     */
    public static DatabaseAddress of(String url, DatabaseOptions options) {
        return new DatabaseAddress(url, options);
    }

    /** Text without the URL, which may contain a password. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + options + "]";
    }
}
