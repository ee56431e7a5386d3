package io.quarkiverse.binds;

/**
 * An effective setting of a bind and its source. Immutable.
 *
 * @param key the key below the bind, such as {@code pool.recycle}
 * @param value the value in effect; {@code ***} in the place of a secret
 * @param source the source of the value: {@code default}, the kind's default ({@code mysql default}), {@code "*"} (the block of
 *        all binds), {@code bind} (the bind's own block or its URL) or {@code datasource key} (a {@code quarkus.datasource} or
 *        {@code quarkus.hibernate-orm} key of that name, which wins over all others)
 * @since 0.1
 */
public record BindSetting(String key, String value, String source) {

    /** {@link #source()} of a value that is not set. */
    public static final String DEFAULT = "default";
    /** {@link #source()} of a value of the block of all binds. */
    public static final String ALL = "\"*\"";
    /** {@link #source()} of a value of the bind itself. */
    public static final String BIND = "bind";
    /** {@link #source()} of a value set by a key of Quarkus itself. */
    public static final String DATASOURCE_KEY = "datasource key";

    @Override
    public String toString() {
        return key + "=" + value + " (" + source + ")";
    }
}
