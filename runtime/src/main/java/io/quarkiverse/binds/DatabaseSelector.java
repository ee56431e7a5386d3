package io.quarkiverse.binds;

/**
 * Chooses the database of a dynamic bind for the work at hand: by a header, the host name, the path, the principal or whatever
 * else tells whose data it is. Make it a bean of the application, of any scope:
 *
 * <pre>
 * &#64;RequestScoped
 * public class ByHeader implements DatabaseSelector {
 *
 *     &#64;Inject
 *     HttpHeaders headers;
 *
 *     &#64;Override
 *     public String select(String bind) {
 *         return headers.getHeaderString("X-Blog");
 *     }
 * }
 * </pre>
 *
 * Several beans are asked in the order of their {@code @Priority}, the highest first, until one has an answer. Inside
 * {@link Databases#run} none is asked: the key is given.
 * <p>
 * It is asked at each use of the bind, so that a key which changes in the middle of a unit of work is noticed: it should be
 * cheap. It has to be safe to call from several threads unless its scope sees to that.
 */
@FunctionalInterface
public interface DatabaseSelector {

    /**
     * The database for what the calling thread does now.
     *
     * @param bind the name of a dynamic bind
     * @return its key, checked against {@code key-pattern} before it is used for anything, so it may come from outside; null if
     *         this selector does not know
     */
    String select(String bind);
}
