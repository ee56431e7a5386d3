package io.quarkiverse.binds;

/**
 * Selects the database of a dynamic bind for the current work: by a header, the host name, the path, the principal or another
 * attribute of a request. Implement it as a bean of the application, of any scope:
 *
 * <pre>
 * &#64;RequestScoped
 * public class ByHeader implements DatabaseSelector {
 *
 *     private String key;
 *
 *     &#64;ServerRequestFilter(preMatching = true)
 *     public void read(HttpHeaders headers) {
 *         key = headers.getHeaderString("X-Blog");
 *     }
 *
 *     &#64;Override
 *     public String select(String bind) {
 *         return key; // null where there is no request
 *     }
 * }
 * </pre>
 *
 * Several beans are called in the order of their {@code @Priority}, the highest first, until one returns a key. Inside
 * {@link Databases#run} no selector is called, since the key is given.
 * <p>
 * Without a request, as in a test or at the start, a selector returns null. An injected {@code HttpHeaders} or
 * {@code SecurityContext} would throw there: then work on the bind is refused with an {@code IllegalStateException} that names
 * the selector. Any other exception, such as one that the application maps to a 403 response, is thrown unchanged.
 * <p>
 * Selectors are called at each use of the bind, to notice a key that changes within a unit of work: they should be fast. They
 * have to be thread-safe unless their scope confines them to a thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface DatabaseSelector {

    /**
     * Selects the database for the current work of the calling thread.
     *
     * @param bind the name of a dynamic bind
     * @return the key, which may come from outside: it is checked against {@code key-pattern} before any other use; null or
     *         empty if this selector has no key
     */
    String select(String bind);
}
