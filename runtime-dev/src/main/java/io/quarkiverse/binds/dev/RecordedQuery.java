package io.quarkiverse.binds.dev;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A statement of a unit of work. */
record RecordedQuery(String statement, List<Object> parameters, Instant start, Duration duration, long rows, int batchSize,
        String bind, String database, String location, String failure) {
}
