/**
 * Meters of the pools and of the units of work.
 * <p>
 * In: the figures of the pool of each bind and of each open database, and the ends of units of work. Out: meters of Micrometer
 * below {@code binds.}; the guide lists them.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.metrics.PoolMeters} for pools,
 * {@link io.quarkiverse.binds.runtime.metrics.UnitOfWorkTimers} for units of work.
 * <p>
 * Invariants: the meters of a database are removed when it is closed; the number of series of a bind has a limit, however many
 * keys there are; no other package refers to this one, since Micrometer may be absent, and the build adds its beans if metrics
 * of datasources are enabled.
 */
package io.quarkiverse.binds.runtime.metrics;
