package io.quarkiverse.binds.runtime.selection;

import java.time.Duration;

/** What all selections of the application use. */
record SelectionServices(SelectionUnits units, SelectionTokens tokens, BoundAttribute bounds, Duration ttl) {
}
