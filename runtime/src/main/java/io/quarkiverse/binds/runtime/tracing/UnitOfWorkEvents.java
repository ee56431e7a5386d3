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
 * Adds events to the current span for each attempt of a unit of work: at the begin of its first transaction, at each commit,
 * and at its end if that is no commit. The unit of work of a request ends after its response, when the span of the request may
 * have ended: then its end without a commit is not seen. Thread-safe.
 */
@Singleton
public class UnitOfWorkEvents implements UnitOfWorkListener {

    private static final String PREFIX = "binds.unit_of_work.";
    private static final String BEGIN = PREFIX + "begin";
    private static final AttributeKey<List<String>> BINDS = AttributeKey.stringArrayKey("binds.binds");
    private static final AttributeKey<List<String>> COMMITTED = AttributeKey.stringArrayKey("binds.committed");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    @Override
    public void begun() {
        Span.current().addEvent(BEGIN);
    }

    @Override
    public void committed(List<UsedBind> binds) {
        Span span = Span.current();
        if (span.isRecording()) {
            span.addEvent(event(Outcome.COMMITTED), attributes(binds).build());
        }
    }

    @Override
    public void ended(End end) {
        Span span = Span.current();
        if (end.outcome() == Outcome.COMMITTED || !span.isRecording()) {
            return;
        }
        AttributesBuilder attributes = attributes(end.binds());
        if (end.failure() != null) {
            attributes.put(ERROR, end.failure().getName());
        }
        span.addEvent(event(end.outcome()), attributes.build());
    }

    private static String event(Outcome outcome) {
        return PREFIX + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static AttributesBuilder attributes(List<UsedBind> binds) {
        return Attributes.builder().put(BINDS, names(binds, bind -> true)).put(COMMITTED, names(binds, UsedBind::committed));
    }

    private static List<String> names(List<UsedBind> binds, Predicate<UsedBind> chosen) {
        return binds.stream().filter(chosen).map(UnitOfWorkEvents::name).toList();
    }

    private static String name(UsedBind used) {
        String bind = BindOpenTelemetry.display(used.bind());
        return used.database() == null ? bind : bind + "/" + used.database();
    }
}
