package io.quarkiverse.binds.runtime.keyset;

import java.util.Collections;
import java.util.List;

/**
 * A place in the order of a query.
 *
 * @param values sort values of a row, in the order of the columns; a value may be null, the last one, part of the id, is not
 * @param inclusive whether the row with these values, if there is one, is read as well
 */
record Position(List<Object> values, boolean inclusive) {

    Position {
        values = Collections.unmodifiableList(values);
    }

    /** The place from which the other direction reaches what this direction did not. */
    Position turned() {
        return new Position(values, !inclusive);
    }
}
