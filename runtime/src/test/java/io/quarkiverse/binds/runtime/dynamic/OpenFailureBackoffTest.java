package io.quarkiverse.binds.runtime.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.UnknownDatabaseException;

/** Delay before a database that could not be opened is tried again. */
class OpenFailureBackoffTest {

    private static final SQLException REFUSED = new SQLException("refused");

    private long now = 17;
    private final OpenFailureBackoff failures = new OpenFailureBackoff(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void failureIsRepeatedForTwentyMilliseconds() {
        assertThat(failures.failureToRepeat("a")).isNull();
        assertThat(failures.add("a", REFUSED, 0)).isTrue();

        pass(Duration.ofMillis(19));
        assertThat(failures.failureToRepeat("a")).isSameAs(REFUSED);
        assertThat(failures.failureToRepeat("b")).isNull();
        pass(Duration.ofMillis(2));
        assertThat(failures.failureToRepeat("a")).isNull();
        assertThat(failures.last("a")).isSameAs(REFUSED);
    }

    @Test
    void delayDoublesAfterEachFailureUpToOneSecond() {
        for (long pause : new long[] { 20, 40, 80, 160, 320, 640, 1_000, 1_000 }) {
            failures.add("a", REFUSED, 0);
            pass(Duration.ofMillis(pause - 1));
            assertThat(failures.failureToRepeat("a")).as(pause + " ms").isNotNull();
            pass(Duration.ofMillis(1).plusNanos(1));
            assertThat(failures.failureToRepeat("a")).as(pause + " ms").isNull();
        }
    }

    @Test
    void delayIsAtLeastTheDurationOfTheAttempt() {
        failures.add("a", REFUSED, Duration.ofSeconds(5).toNanos());

        pass(Duration.ofSeconds(4));
        assertThat(failures.failureToRepeat("a")).isNotNull();
        pass(Duration.ofSeconds(2));
        assertThat(failures.failureToRepeat("a")).isNull();
    }

    @Test
    void successResetsTheDelay() {
        failures.add("a", REFUSED, 0);
        failures.add("a", REFUSED, 0);
        assertThat(failures.remove("a")).isTrue();

        assertThat(failures.failureToRepeat("a")).isNull();
        assertThat(failures.remove("a")).isFalse();
        assertThat(failures.add("a", REFUSED, 0)).isTrue();
    }

    @Test
    void unknownKeysAreBoundedAndNotReported() {
        failures.add("first", REFUSED, 0);
        for (int i = 0; i < 5_000; i++) {
            failures.add("sprayed" + i, new UnknownDatabaseException("tenants", "sprayed" + i, "unknown", null), 0);
        }
        failures.add("dead", REFUSED, 0);

        assertThat(failures.last("first")).isNull();
        assertThat(failures.last("sprayed4999")).isNotNull();
        assertThat(failures.recent()).containsOnlyKeys("dead");
        pass(Duration.ofMinutes(2));
        assertThat(failures.recent()).isEmpty();
    }
}
