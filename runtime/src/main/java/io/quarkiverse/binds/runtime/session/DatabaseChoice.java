package io.quarkiverse.binds.runtime.session;

/** Which database work on a dynamic bind is in, as far as units of work have to know. */
public interface DatabaseChoice {

    /**
     * The key of the database that is chosen for what the calling thread does.
     *
     * @throws RuntimeException if none is, or if it is none that could be
     */
    String select(String bind);

    /** Whether one is chosen, whatever it is. */
    boolean isSelected(String bind);

    /** What Hibernate is to tell the database of a key by. */
    String tenant(String bind, String key);

    /** The key of the database that Hibernate tells by that: the way back from {@link #tenant}. */
    String key(String tenant);
}
