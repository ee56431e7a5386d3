package io.quarkiverse.binds.test.support;

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
}
