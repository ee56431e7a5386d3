package io.quarkiverse.binds.runtime.selection;

import io.quarkiverse.binds.InvalidTokenException;

/**
 * How far a selection has been processed.
 *
 * @param last id of the last row processed in this phase; null at its beginning
 * @param done number of rows processed
 */
record Position(Phase phase, Object last, long done) {

    /** The rows of the query, then those that were added to them. */
    enum Phase {
        QUERY,
        ADDED,
        END
    }

    private static final Phase[] PHASES = Phase.values();

    static final Position START = new Position(Phase.QUERY, null, 0);

    Position in(Phase other) {
        return new Position(other, null, done);
    }

    byte[] bytes() {
        ValueWriter out = new ValueWriter();
        out.number(phase.ordinal());
        out.value(last);
        out.number(done);
        return out.bytes();
    }

    static Position of(byte[] bytes) {
        try {
            ValueReader in = new ValueReader(bytes);
            return new Position(PHASES[(int) in.number()], in.value(), in.number());
        } catch (RuntimeException e) {
            throw new InvalidTokenException(
                    "The " + SelectionTokens.CURSOR + " was made by another version of the application");
        }
    }
}
