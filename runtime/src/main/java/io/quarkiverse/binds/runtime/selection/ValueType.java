package io.quarkiverse.binds.runtime.selection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;

/** Types of values in a token, which are written by their position here: the order must not change. */
enum ValueType {

    NULL(Void.class),
    FALSE(Void.class),
    TRUE(Void.class),
    BYTE(Byte.class),
    SHORT(Short.class),
    INTEGER(Integer.class),
    LONG(Long.class),
    FLOAT(Float.class),
    DOUBLE(Double.class),
    CHARACTER(Character.class),
    BIG_INTEGER(BigInteger.class),
    BIG_DECIMAL(BigDecimal.class),
    TEXT(String.class),
    UUID(java.util.UUID.class),
    DATE(LocalDate.class),
    TIME(LocalTime.class),
    DATE_TIME(LocalDateTime.class),
    INSTANT(Instant.class),
    OFFSET_DATE_TIME(OffsetDateTime.class),
    ENUM(Enum.class),
    LIST(Collection.class);

    private static final ValueType[] TYPES = values();

    private final Class<?> type;

    ValueType(Class<?> type) {
        this.type = type;
    }

    static ValueType of(Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof Boolean bool) {
            return bool ? TRUE : FALSE;
        }
        for (ValueType type : TYPES) {
            if (type.type.isInstance(value)) {
                return type;
            }
        }
        throw new IllegalArgumentException("a value of " + value.getClass().getName()
                + ", which a selection cannot keep. It keeps texts, numbers, booleans, enums, UUIDs, LocalDate, LocalTime,"
                + " LocalDateTime, Instant, OffsetDateTime and lists of these; of an entity, compare the id");
    }

    /** @throws IllegalArgumentException if there is no such type */
    static ValueType at(int ordinal) {
        if (ordinal < 0 || ordinal >= TYPES.length) {
            throw new IllegalArgumentException("There is no type " + ordinal);
        }
        return TYPES[ordinal];
    }

    /** Whether the maximum of such values is a bound: whole and decimal numbers, and points in time. */
    static boolean isBound(Class<?> type) {
        for (ValueType candidate : new ValueType[] { BYTE, SHORT, INTEGER, LONG, BIG_INTEGER, BIG_DECIMAL, DATE, DATE_TIME,
                INSTANT, OFFSET_DATE_TIME }) {
            if (candidate.type == type) {
                return true;
            }
        }
        return false;
    }
}
