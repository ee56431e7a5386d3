package io.quarkiverse.binds.runtime.session;

/** Resolves the databases of dynamic binds for units of work. */
public interface DatabaseResolver {

    /**
     * The key of the database that is selected for the work of the calling thread.
     *
     * @param known a key that was returned before and needs no further check, or null
     * @throws RuntimeException if no key is selected, or the key is invalid
     */
    String select(String bind, String known);

    /** Whether a database is selected and its key is valid. */
    boolean isSelected(String bind);

    /** The tenant identifier of the database of a key in Hibernate. */
    String tenant(String bind, String key);

    /** The key of the database of a tenant identifier: the inverse of {@link #tenant}. */
    String key(String tenant);
}
