package io.quarkiverse.binds.runtime.config;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;

/**
 * Which statements of a bind are recorded and logged.
 *
 * @param record whether they are recorded
 * @param slow the time from which a statement is logged as slow, if any
 * @param echo whether each one is logged
 */
public record QuerySettings(boolean record, Optional<Duration> slow, boolean echo) {

    /** The name of the key for {@link #slow}. */
    public static final String SLOW_QUERY = Key.SLOW_QUERY.key();

    /** Reads the settings of a bind from the configuration of the application. */
    public static QuerySettings of(String bind) {
        return BindConfiguration.of(bind).queries();
    }

    static QuerySettings read(BindPropertyLookup values, String bind) {
        String record = values.value(bind, Key.RECORD_QUERIES);
        String slow = values.value(bind, Key.SLOW_QUERY);
        return new QuerySettings(
                record == null ? LaunchMode.current() == LaunchMode.DEVELOPMENT : Boolean.parseBoolean(record),
                Optional.ofNullable(slow).map(BindPropertyLookup::duration).filter(time -> !time.isZero()),
                Boolean.parseBoolean(values.value(bind, Key.ECHO)));
    }

    public boolean isAnyOn() {
        return record || echo || slow.isPresent();
    }
}
