package io.quarkiverse.binds.runtime.tracing;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.quarkiverse.binds.runtime.session.UnitOfWorkListener;

/**
 * Adds two events to the current span for each attempt of a unit of work: one at the begin of its first transaction, and one at
 * its end with its outcome. Thread-safe.
 */
@Singleton
public class UnitOfWorkEvents implements UnitOfWorkListener {

    private static final String PREFIX = "binds.unit_of_work.";
    private static final String BEGIN = PREFIX + "begin";
    private static final AttributeKey<List<String>> BINDS = AttributeKey.stringArrayKey("binds.binds");
    private static final AttributeKey<List<String>> COMMITTED = AttributeKey.stringArrayKey("binds.committed");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    @Override
    public void ended(End end) {
        Span span = Span.current();
        if (!span.isRecording()) {
            return;
        }
        span.addEvent(BEGIN, Attributes.empty(), end.begin());
        AttributesBuilder attributes = Attributes.builder().put(BINDS, names(end, bind -> true))
                .put(COMMITTED, names(end, UsedBind::committed));
        if (end.failure() != null) {
            attributes.put(ERROR, end.failure().getName());
        }
        span.addEvent(PREFIX + end.outcome().name().toLowerCase(Locale.ROOT), attributes.build(),
                end.begin().plus(end.duration()));
    }

    private static List<String> names(End end, Predicate<UsedBind> chosen) {
        return end.binds().stream().filter(chosen).map(UnitOfWorkEvents::name).toList();
    }

    private static String name(UsedBind used) {
        String bind = BindOpenTelemetry.display(used.bind());
        return used.database() == null ? bind : bind + "/" + used.database();
    }
}
