package io.quarkiverse.binds.runtime.selection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

/** Writes values as bytes, each with the {@link ValueType} that {@link ValueReader} needs. */
final class ValueWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] bytes() {
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException if the value is of no type that can be written */
    void value(Object value) {
        ValueType type = ValueType.of(value);
        out.write(type.ordinal());
        switch (type) {
            case NULL, FALSE, TRUE -> {
            }
            case BYTE, SHORT, INTEGER, LONG -> number(((Number) value).longValue());
            case FLOAT -> number(Float.floatToRawIntBits((Float) value));
            case DOUBLE -> number(Double.doubleToRawLongBits((Double) value));
            case CHARACTER -> number((Character) value);
            case BIG_INTEGER -> bytes(((BigInteger) value).toByteArray());
            case BIG_DECIMAL -> {
                number(((BigDecimal) value).scale());
                bytes(((BigDecimal) value).unscaledValue().toByteArray());
            }
            case TEXT -> text((String) value);
            case UUID -> uuid((UUID) value);
            case DATE -> number(((LocalDate) value).toEpochDay());
            case TIME -> number(((LocalTime) value).toNanoOfDay());
            case DATE_TIME -> dateTime((LocalDateTime) value);
            case INSTANT -> {
                number(((Instant) value).getEpochSecond());
                number(((Instant) value).getNano());
            }
            case OFFSET_DATE_TIME -> {
                dateTime(((OffsetDateTime) value).toLocalDateTime());
                number(((OffsetDateTime) value).getOffset().getTotalSeconds());
            }
            case ENUM -> text(((Enum<?>) value).name());
            case LIST -> {
                Collection<?> values = (Collection<?>) value;
                number(values.size());
                values.forEach(this::value);
            }
        }
    }

    private void dateTime(LocalDateTime value) {
        number(value.toLocalDate().toEpochDay());
        number(value.toLocalTime().toNanoOfDay());
    }

    private void uuid(UUID value) {
        out.writeBytes(ByteBuffer.allocate(2 * Long.BYTES).putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits()).array());
    }

    /** Writes sorted ids; whole numbers as differences, most of which take one byte. */
    void ids(Collection<Object> ids) {
        boolean numbers = ids.stream().allMatch(Long.class::isInstance);
        out.write(numbers ? 1 : 0);
        number(ids.size());
        long last = 0;
        for (Object id : ids) {
            if (numbers) {
                number((Long) id - last);
                last = (Long) id;
            } else {
                value(id);
            }
        }
    }

    /** Writes 7 bits in each byte, small numbers of either sign in few bytes. */
    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void text(String text) {
        try {
            ByteBuffer encoded = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            bytes(Arrays.copyOf(encoded.array(), encoded.limit()));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A text of a selection is not valid: it has half of a surrogate pair", e);
        }
    }

    private void bytes(byte[] bytes) {
        number(bytes.length);
        out.writeBytes(bytes);
    }
}
