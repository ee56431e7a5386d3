package io.quarkiverse.binds.runtime.keyset;

import java.util.Arrays;
import java.util.List;

/**
 * A result and its sort values in the database, which may differ from those of the entity in memory.
 *
 * @param values of the row: the result, its sort values, and others
 * @param columns number of sort values
 */
record KeyedRow<T>(Object[] values, int columns) {

    @SuppressWarnings("unchecked")
    T item() {
        return (T) values[0];
    }

    /** The sort values in the order of the columns. */
    List<Object> key() {
        return Arrays.asList(values).subList(1, columns + 1);
    }
}
