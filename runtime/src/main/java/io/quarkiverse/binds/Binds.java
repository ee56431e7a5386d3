package io.quarkiverse.binds;

import java.util.List;

/**
 * The binds of this application: what is configured, what is in effect and where that came from. Inject it:
 *
 * <pre>
 * &#64;Inject
 * Binds binds;
 * </pre>
 *
 * An application-scoped bean, immutable after the start and safe to share between threads. Nothing here opens a connection.
 */
public interface Binds {

    /**
     * All binds, the default bind first, the others by name.
     *
     * @return an unmodifiable list, empty only in an application that configures no bind
     */
    List<BindInfo> list();

    /**
     * One bind.
     *
     * @param name the name of a bind, or {@link Bind#DEFAULT}
     * @return the bind
     * @throws IllegalArgumentException if there is none of that name; the message lists the names there are
     */
    BindInfo get(String name);
}
