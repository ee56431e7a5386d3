package io.quarkiverse.binds.runtime.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;

/** Adds attributes to each span. Thread-safe. */
record BindTracer(Tracer delegate, Attributes attributes) implements Tracer {

    @Override
    public SpanBuilder spanBuilder(String name) {
        return delegate.spanBuilder(name).setAllAttributes(attributes);
    }
}
