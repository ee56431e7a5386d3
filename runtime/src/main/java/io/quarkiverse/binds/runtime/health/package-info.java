/**
 * Readiness checks: one for each bind, bounded in time.
 * <p>
 * In: the binds of the application. Out: a check of SmallRye Health for each that is active and not excluded, without keys,
 * URLs and users unless {@code quarkus.binds.health.details} is set.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.health.HealthRecorder} registers the checks. {@code BoundedCheck} gives each
 * answer within the time limit, {@code DatabaseHealth} asks the server of a bind, {@code DatabasesHealth} reports the databases
 * of a dynamic bind, {@code HealthThreads} runs them.
 * <p>
 * Invariants: no check waits in a thread of the application or of its HTTP server, so the answer comes also if all of them wait
 * for a silent server; at most one check of a bind is in progress; a single database of a dynamic bind never makes the
 * application unready; no other package refers to this one, since SmallRye Health may be absent.
 */
package io.quarkiverse.binds.runtime.health;
