package io.quarkiverse.binds;

import java.util.List;

/**
 * The binds of this application: their configuration, the values in effect and the source of each. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Binds binds;
 * </pre>
 *
 * An application-scoped bean, immutable after the start and thread-safe. No method opens a connection.
 *
 * @since 0.1
 */
public interface Binds {

    /**
     * All binds, the default bind first, the others by name.
     *
     * @return an unmodifiable list, empty only in an application that configures no bind
     */
    List<BindInfo> list();

    /**
     * Finds a bind by its name.
     *
     * @param name the name of a bind, or {@link Bind#DEFAULT}
     * @return the bind
     * @throws IllegalArgumentException if there is no bind of that name; the message lists the known names
     */
    BindInfo get(String name);
}
