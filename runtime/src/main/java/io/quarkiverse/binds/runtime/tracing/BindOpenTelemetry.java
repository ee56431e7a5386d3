package io.quarkiverse.binds.runtime.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerBuilder;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.pool.PoolName;

/** The {@code OpenTelemetry} of the application, except that all spans have the name of a pool. Thread-safe. */
final class BindOpenTelemetry implements OpenTelemetry {

    static final AttributeKey<String> BIND = AttributeKey.stringKey("binds.bind");
    static final AttributeKey<String> DATABASE = AttributeKey.stringKey("binds.database");

    private final OpenTelemetry delegate;
    private final Attributes attributes;

    BindOpenTelemetry(OpenTelemetry delegate, PoolName name) {
        this.delegate = delegate;
        AttributesBuilder builder = Attributes.builder().put(BIND, display(name.bind()));
        if (name.database() != null) {
            builder.put(DATABASE, name.database());
        }
        this.attributes = builder.build();
    }

    static String display(String bind) {
        return Bind.DEFAULT.equals(bind) ? "default" : bind;
    }

    @Override
    public TracerProvider getTracerProvider() {
        return new Provider(delegate.getTracerProvider(), attributes);
    }

    @Override
    public MeterProvider getMeterProvider() {
        return delegate.getMeterProvider();
    }

    @Override
    public LoggerProvider getLogsBridge() {
        return delegate.getLogsBridge();
    }

    @Override
    public ContextPropagators getPropagators() {
        return delegate.getPropagators();
    }

    private record Provider(TracerProvider delegate, Attributes attributes) implements TracerProvider {

        @Override
        public Tracer get(String scope) {
            return new BindTracer(delegate.get(scope), attributes);
        }

        @Override
        public Tracer get(String scope, String version) {
            return new BindTracer(delegate.get(scope, version), attributes);
        }

        @Override
        public TracerBuilder tracerBuilder(String scope) {
            return new Builder(delegate.tracerBuilder(scope), attributes);
        }
    }

    private record Builder(TracerBuilder delegate, Attributes attributes) implements TracerBuilder {

        @Override
        public TracerBuilder setSchemaUrl(String schemaUrl) {
            delegate.setSchemaUrl(schemaUrl);
            return this;
        }

        @Override
        public TracerBuilder setInstrumentationVersion(String version) {
            delegate.setInstrumentationVersion(version);
            return this;
        }

        @Override
        public Tracer build() {
            return new BindTracer(delegate.build(), attributes);
        }
    }
}
