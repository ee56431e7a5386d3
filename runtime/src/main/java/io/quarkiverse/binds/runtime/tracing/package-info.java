/**
 * Names the bind in traces of OpenTelemetry.
 * <p>
 * In: the datasources whose statements Quarkus traces ({@code quarkus.datasource.<name>.jdbc.telemetry}), and the ends of units
 * of work. Out: the attributes {@code binds.bind} and {@code binds.database} in the spans of statements, and an event in the
 * current span for the begin and the end of each unit of work.
 * <p>
 * Entry: {@link io.quarkiverse.binds.runtime.tracing.BindTracing} for datasources,
 * {@link io.quarkiverse.binds.runtime.tracing.UnitOfWorkEvents} for units of work. The instrumentation of JDBC accepts no
 * attributes, but an {@code OpenTelemetry} of its own: {@code BindTracer} adds the attributes to each span that it begins.
 * <p>
 * Invariants: no other package refers to this one, since OpenTelemetry may be absent; the build adds its beans if the
 * statements of a datasource are traced.
 */
package io.quarkiverse.binds.runtime.tracing;
