package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.opentelemetry.api.common.Attributes;

/** The spans of the application. */
@Path("/spans")
public class SpansResource {

    @Inject
    SpansInMemory spans;

    public record Event(String name, Map<String, String> attributes) {
    }

    public record Span(String name, String trace, Map<String, String> attributes, List<Event> events) {
    }

    @GET
    public List<Span> list() {
        return spans.spans().stream()
                .map(span -> new Span(span.getName(), span.getTraceId(), texts(span.getAttributes()), span.getEvents().stream()
                        .map(event -> new Event(event.getName(), texts(event.getAttributes()))).toList()))
                .toList();
    }

    @DELETE
    public void clear() {
        spans.clear();
    }

    private static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach((key, value) -> texts.put(key.getKey(), String.valueOf(value)));
        return texts;
    }
}
