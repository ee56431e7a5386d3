package io.quarkiverse.binds.runtime.keyset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.InvalidTokenException;
import io.quarkiverse.binds.runtime.config.PaginationConfigs;
import io.quarkiverse.binds.runtime.config.PaginationRuntimeConfig;
import io.quarkiverse.binds.runtime.token.SignedTokens;
import io.quarkus.runtime.configuration.ConfigurationException;

/** I2: a cursor gives its values back in their types, for its query and its time, and not otherwise. */
class CursorsTest {

    private Instant now = Instant.parse("2024-06-01T12:00:00Z");

    private Cursors cursors(Duration maxAge) {
        Map<String, String> properties = new HashMap<>();
        properties.put("token-key", "0123456789abcdef0123456789abcdef");
        properties.put("cursor-max-age", maxAge == null ? null : maxAge.toString());
        PaginationRuntimeConfig config = PaginationConfigs.of(properties);
        return new Cursors(new SignedTokens(config), config, () -> now);
    }

    private static CursorContext context(Class<?>... types) {
        List<SortColumn> columns = new ArrayList<>();
        for (Class<?> type : types) {
            columns.add(new SortColumn(null, "column " + columns.size(), new SortValue(type, null, null, false), false,
                    true, false));
        }
        return new CursorContext(new byte[] { 1 }, columns);
    }

    private static CursorContext contextOf(Object... values) {
        return context(Arrays.stream(values).map(value -> value == null ? String.class : value.getClass())
                .toArray(Class<?>[]::new));
    }

    private static Position position(Object... values) {
        return new Position(Arrays.asList(values), false);
    }

    @Test
    void valuesOfEachTypeAreReadAsTheyWere() {
        Object[] values = { "", "it's ä \uD83D\uDE00 \0", null, (byte) -1, (short) -2, -3, Long.MIN_VALUE, -0.1, Double.NaN,
                Double.MIN_VALUE, 0.1f, -0f, Float.MAX_VALUE, 'Y', new BigInteger("123456789012345678901234567890"),
                new BigDecimal("1.10"), true,
                new UUID(-1, 1), LocalDate.of(-1, 2, 3), LocalTime.of(1, 2, 3, 4), LocalDateTime.of(9999, 12, 31, 23, 59, 59),
                Instant.ofEpochSecond(-1, 999_999_999), OffsetDateTime.parse("2024-01-01T00:00:00.000001-11:30"),
                ZonedDateTime.parse("2024-10-27T02:30:00+01:00[Europe/Berlin]"), TimeUnit.DAYS };
        Cursors cursors = cursors(null);
        for (boolean inclusive : new boolean[] { false, true }) {
            Position position = new Position(Arrays.asList(values), inclusive);
            assertThat(cursors.read(cursors.write(position, contextOf(values)), contextOf(values))).isEqualTo(position);
        }
    }

    @Test
    void blankAsSingleCharacterIsRefused() {
        assertThatThrownBy(() -> cursors(null).write(position(' '), contextOf(' '))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column 0").hasMessageContaining("a column CHAR").hasMessageContaining("db.paginate");
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        String cursor = cursors(null).write(position(1), context(Integer.class));
        CursorContext other = new CursorContext(new byte[] { 2 }, context(Integer.class).columns());
        assertThatThrownBy(() -> cursors(null).read(cursor, other)).isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("another query");
    }

    @Test
    void expiredCursorIsRefused() {
        Cursors cursors = cursors(Duration.ofMinutes(5));
        CursorContext context = context(Integer.class);
        String cursor = cursors.write(position(1), context);
        now = now.plusSeconds(300);
        assertThat(cursors.read(cursor, context)).isEqualTo(position(1));
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> cursors.read(cursor, context)).isInstanceOf(InvalidTokenException.class)
                .hasMessageContaining("expired");
    }

    /** The maximum age may be set later, or removed. */
    @Test
    void cursorWithoutTimeHasExpired() {
        CursorContext context = context(Integer.class);
        String timeless = cursors(null).write(position(1), context);
        assertThatThrownBy(() -> cursors(Duration.ofDays(1)).read(timeless, context)).hasMessageContaining("expired");
        String timed = cursors(Duration.ofSeconds(1)).write(position(1), context);
        now = now.plusSeconds(60);
        assertThat(cursors(null).read(timed, context)).isEqualTo(position(1));
    }

    @Test
    void valueThatIsNoneOfItsTypeAnyMoreIsRefused() {
        String cursor = cursors(null).write(position("WEEKS"), context(String.class));
        assertThatThrownBy(() -> cursors(null).read(cursor, context(TimeUnit.class)))
                .isInstanceOf(InvalidTokenException.class).hasMessageContaining("another version");
        assertThatThrownBy(() -> cursors(null).read(cursor, context(String.class, Integer.class)))
                .isInstanceOf(InvalidTokenException.class).hasMessageContaining("another version");
    }

    @Test
    void longTextIsAnErrorThatNamesTheColumns() {
        String longest = "x".repeat(Cursors.LONGEST_TEXT);
        assertThat(cursors(null).write(position(longest), context(String.class))).hasSizeLessThan(Cursors.LONGEST);
        assertThatThrownBy(() -> cursors(null).write(position(longest + "x"), context(String.class)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("column 0").hasMessageContaining("255")
                .hasMessageContaining("db.paginate");
    }

    @Test
    void longCursorIsAnErrorThatNamesTheColumns() {
        Object[] values = Collections.nCopies(9, "x".repeat(Cursors.LONGEST_TEXT)).toArray();
        assertThatThrownBy(() -> cursors(null).write(position(values), contextOf(values)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("column 8").hasMessageContaining("3000");
    }

    @Test
    void ageBelowASecondIsAnErrorThatNamesTheKey() {
        assertThatThrownBy(() -> cursors(Duration.ofMillis(999))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("quarkus.binds.pagination.cursor-max-age");
    }
}
