package io.quarkiverse.binds.runtime.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** I1: the values of a token are read as they were written, with their types. */
class ValuesTest {

    private static Object read(Object value) {
        ValueWriter out = new ValueWriter();
        out.value(value);
        ValueReader in = new ValueReader(out.bytes());
        Object read = in.value();
        assertThat(in.hasMore()).as("rest of " + value).isFalse();
        return read;
    }

    @Test
    void valuesOfEachTypeAreReadAsWritten() {
        List<Object> values = new ArrayList<>(Arrays.asList(null, true, false, (byte) -1, Short.MIN_VALUE, 0, 63, 64, -64, -65,
                Integer.MIN_VALUE, Integer.MAX_VALUE, 0L, Long.MIN_VALUE, Long.MAX_VALUE, 1.5f, Float.NaN, -0.0,
                Double.MAX_VALUE,
                'x', Character.MAX_VALUE, BigInteger.TWO.pow(200).negate(), new BigDecimal("-1.50"), new BigDecimal("1E+500"),
                "",
                "Caf\u00e9 \ud83d\ude00 \u0000", "x".repeat(100_000), new UUID(-1, 2), LocalDate.MIN, LocalDate.of(2024, 2, 29),
                LocalTime.MAX, LocalDateTime.MAX, Instant.MIN, Instant.ofEpochSecond(-1, 999_999_999),
                OffsetDateTime.of(LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1), ZoneOffset.ofHoursMinutes(-3, -30))));
        for (Object value : values) {
            assertThat(read(value)).isEqualTo(value);
        }
        assertThat(read(values)).isEqualTo(values);
        assertThat(read(TimeUnit.DAYS)).isEqualTo(new EnumName("DAYS"));
    }

    @Test
    void otherTypesAreRefused() {
        for (Object value : List.of(new Object(), new int[] { 1 }, new java.util.Date(), Thread.currentThread())) {
            assertThatThrownBy(() -> read(value)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a selection cannot keep");
        }
        assertThatThrownBy(() -> read("half \ud83d")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void idsAreReadAsWritten() {
        for (List<Object> ids : List.<List<Object>> of(List.of(), List.of(Long.MIN_VALUE, -5L, 7L, Long.MAX_VALUE),
                List.of("a", "b"), List.of(1L, "a"))) {
            ValueWriter out = new ValueWriter();
            out.ids(ids);
            assertThat(new ValueReader(out.bytes()).ids()).isEqualTo(ids);
        }
    }

    @Test
    void neighbouringIdsTakeOneByteEach() {
        ValueWriter out = new ValueWriter();
        out.ids(new TreeSet<>(LongStream.range(1_000_000, 1_001_000).boxed().toList()));
        assertThat(out.bytes()).hasSizeLessThan(1010);
    }
}
