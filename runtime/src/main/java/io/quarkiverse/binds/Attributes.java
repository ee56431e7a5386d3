package io.quarkiverse.binds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.metamodel.SingularAttribute;

/**
 * Values of attributes of an entity: the unique key for {@link Db#getOrCreate} and {@link Db#upsert}, and the values that an
 * upsert sets. With the static metamodel, which the compiler checks:
 *
 * <pre>
 * Attributes.of(Stock_.sku, "A-1").and(Stock_.place, "Berlin")
 * </pre>
 *
 * or with names, as in {@code Attributes.of(Map.of("sku", "A-1"))}. Immutable; thread-safe if the values are.
 *
 * @param <T> the type of the entity
 * @since 0.1
 */
public final class Attributes<T> {

    private final Map<String, Object> values;
    private final Object naturalId;

    private Attributes(Map<String, Object> values, Object naturalId) {
        this.values = Collections.unmodifiableMap(values);
        this.naturalId = naturalId;
    }

    /**
     * Creates a value of an attribute of the static metamodel.
     *
     * @param <T> the type of the entity
     * @param <V> the type of the attribute
     * @param attribute the attribute, such as {@code Stock_.sku}
     * @param value the value; null only for a value that an upsert sets
     * @return that value alone
     * @throws NullPointerException if the attribute is null, as before the persistence unit has started
     */
    public static <T, V> Attributes<T> of(SingularAttribute<? super T, V> attribute, V value) {
        return new Attributes<T>(Map.of(), null).and(attribute, value);
    }

    /**
     * Creates values by the names of their attributes.
     *
     * @param <T> the type of the entity
     * @param values the values by the Java names of fields or properties, not by the names of columns; copied
     * @return these values
     */
    public static <T> Attributes<T> of(Map<String, ?> values) {
        return new Attributes<>(new LinkedHashMap<>(values), null);
    }

    /**
     * Creates the value of the attribute with {@code @NaturalId}, for a key. For a natural id of several attributes, use
     * {@link #of}.
     *
     * @param <T> the type of the entity
     * @param value the natural id
     * @return that value alone
     * @throws NullPointerException if the value is null
     */
    public static <T> Attributes<T> naturalId(Object value) {
        return new Attributes<>(Map.of(), Objects.requireNonNull(value, "The natural id is null"));
    }

    /**
     * Copies these values and adds another.
     *
     * @param <V> the type of the attribute
     * @param attribute the attribute, such as {@code Stock_.place}
     * @param value the value; null only for a value that an upsert sets
     * @return the copy, in which the value replaces an earlier value of the attribute
     * @throws NullPointerException if the attribute is null, as before the persistence unit has started
     */
    public <V> Attributes<T> and(SingularAttribute<? super T, V> attribute, V value) {
        Objects.requireNonNull(attribute, "The attribute is null: its persistence unit has not started");
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(attribute.getName(), value);
        return new Attributes<>(all, naturalId);
    }

    /** {@return the values by the names of their attributes, not to be modified; without the value of {@link #naturalId}} */
    public Map<String, Object> values() {
        return values;
    }

    /** {@return the value given to {@link #naturalId(Object)}; null if there is none} */
    public Object naturalId() {
        return naturalId;
    }
}
