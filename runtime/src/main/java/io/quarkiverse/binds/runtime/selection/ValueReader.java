package io.quarkiverse.binds.runtime.selection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads the values that {@link ValueWriter} has written. Bytes of another kind give some {@link RuntimeException}; none is read
 * before its signature has been checked.
 */
final class ValueReader {

    private final ByteBuffer in;

    ValueReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
        return in.hasRemaining();
    }

    Object value() {
        return switch (ValueType.at(in.get())) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case BYTE -> (byte) number();
            case SHORT -> (short) number();
            case INTEGER -> (int) number();
            case LONG -> number();
            case FLOAT -> Float.intBitsToFloat((int) number());
            case DOUBLE -> Double.longBitsToDouble(number());
            case CHARACTER -> (char) number();
            case BIG_INTEGER -> new BigInteger(bytes());
            case BIG_DECIMAL -> decimal((int) number());
            case TEXT -> text();
            case UUID -> new UUID(in.getLong(), in.getLong());
            case DATE -> LocalDate.ofEpochDay(number());
            case TIME -> LocalTime.ofNanoOfDay(number());
            case DATE_TIME -> dateTime();
            case INSTANT -> Instant.ofEpochSecond(number(), number());
            case OFFSET_DATE_TIME -> OffsetDateTime.of(dateTime(), ZoneOffset.ofTotalSeconds((int) number()));
            case ENUM -> new EnumName(text());
            case LIST -> list();
        };
    }

    private BigDecimal decimal(int scale) {
        return new BigDecimal(new BigInteger(bytes()), scale);
    }

    private LocalDateTime dateTime() {
        return LocalDateTime.of(LocalDate.ofEpochDay(number()), LocalTime.ofNanoOfDay(number()));
    }

    private List<Object> list() {
        long size = number();
        List<Object> values = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            values.add(value());
        }
        return values;
    }

    List<Object> ids() {
        boolean numbers = in.get() == 1;
        long size = number();
        List<Object> ids = new ArrayList<>();
        long last = 0;
        for (long i = 0; i < size; i++) {
            if (numbers) {
                last += number();
                ids.add(last);
            } else {
                ids.add(value());
            }
        }
        return ids;
    }

    long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            rest |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return rest >>> 1 ^ -(rest & 1);
    }

    String text() {
        return new String(bytes(), UTF_8);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[Math.toIntExact(number())];
        in.get(bytes);
        return bytes;
    }
}
