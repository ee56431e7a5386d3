package io.quarkiverse.binds.runtime.recording;

import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.UUID;

/** The value of a parameter as it is kept: short and immutable. */
final class KeptValue {

    /** Longer texts are shortened, so that the memory of the statements of a unit of work is bounded. */
    private static final int MAX_LENGTH = 1000;

    private KeptValue() {
    }

    static Object of(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Character
                || value instanceof UUID || value instanceof TemporalAccessor || value instanceof Enum) {
            return value;
        }
        if (value instanceof String text) {
            return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        }
        if (value instanceof Date date) {
            return date.clone();
        }
        if (value instanceof byte[] bytes) {
            return "<" + bytes.length + " bytes>";
        }
        return "<" + value.getClass().getSimpleName() + ">";
    }
}
