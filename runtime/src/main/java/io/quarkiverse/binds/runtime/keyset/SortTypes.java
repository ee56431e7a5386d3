package io.quarkiverse.binds.runtime.keyset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Types of sort values, and their texts in a cursor, from which the same value is read again. */
final class SortTypes {

    /** Reads the text of {@link Object#toString()} of each type. */
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Byte.class, Byte::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(Character.class, text -> text.charAt(0)),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse));

    private SortTypes() {
    }

    static boolean isSupported(Class<?> type) {
        return type.isEnum() || PARSERS.containsKey(type);
    }

    static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    /** @throws RuntimeException if the text is none of the type, such as a constant that an enum has no longer */
    @SuppressWarnings({ "unchecked", "rawtypes" })
    static Object parse(String text, Class<?> type) {
        return type.isEnum() ? Enum.valueOf((Class) type, text) : PARSERS.get(type).apply(text);
    }
}
