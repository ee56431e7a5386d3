package io.quarkiverse.binds.runtime.dynamic;

/** The names by which Hibernate tells databases: the key, and how many times it was closed by hand, if it was. */
final class Tenant {

    /** In no key: {@link Keys} refuses what cannot be written. */
    static final char SEPARATOR = '\u0001';

    private Tenant() {
    }

    static String key(String tenant) {
        int end = tenant.indexOf(SEPARATOR);
        return end < 0 ? tenant : tenant.substring(0, end);
    }
}
