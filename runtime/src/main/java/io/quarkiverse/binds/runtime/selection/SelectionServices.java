package io.quarkiverse.binds.runtime.selection;

import java.time.Duration;

/** Services and settings that all selections of the application share. */
record SelectionServices(SelectionUnits units, SelectionTokens tokens, BoundAttribute bounds, Duration ttl) {
}
