package io.quarkiverse.binds.runtime.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of the query of a selection.
 *
 * @param name null for a parameter with a position
 * @param position from 1; 0 for a parameter with a name
 * @param value null, a single value, or a list
 */
record Parameter(String name, int position, Object value) {

    static List<Parameter> positional(Object[] values) {
        List<Parameter> parameters = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            parameters.add(new Parameter(null, i + 1, values[i]));
        }
        return parameters;
    }

    /** As it is written in a query. */
    String label() {
        return name == null ? "?" + position : ":" + name;
    }

    Parameter withValue(Object other) {
        return new Parameter(name, position, other);
    }
}
