package io.quarkiverse.binds.test.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Texts of exceptions for responses, which a packaged application leaves empty. */
public final class FailureTexts {

    private FailureTexts() {
    }

    /** Names and messages of an exception, its causes, and what each of them suppressed. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.isEmpty() ? "" : " | ").append(t.getClass().getSimpleName()).append(": ").append(t.getMessage());
            Stream.of(t.getSuppressed()).forEach(suppressed -> text.append(" + ").append(suppressed.getMessage()));
        }
        return text.toString();
    }

    /** All that can be read of an exception: stack traces, and next exceptions, which those do not have. */
    public static String all(Throwable failure) {
        StringWriter text = new StringWriter();
        Map<Throwable, Throwable> seen = new IdentityHashMap<>();
        Deque<Throwable> left = new ArrayDeque<>(List.of(failure));
        while (!left.isEmpty()) {
            Throwable t = left.poll();
            if (seen.put(t, t) != null) {
                continue;
            }
            t.printStackTrace(new PrintWriter(text, true));
            text.append(t.toString()).append(t.getMessage()).append('\n');
            left.addAll(List.of(t.getSuppressed()));
            Stream.of(t.getCause(), t instanceof SQLException sql ? sql.getNextException() : null).filter(Objects::nonNull)
                    .forEach(left::add);
        }
        return text.toString();
    }
}
