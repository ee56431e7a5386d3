package io.quarkiverse.binds.runtime.rest;

import io.quarkus.runtime.LaunchMode;

/** The texts of error responses, which reveal details to the developer only. */
final class ResponseTexts {

    private ResponseTexts() {
    }

    /** Returns the text, in dev mode with the message of the log; neither contains secrets. */
    static String of(String text, Exception e) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && e.getMessage() != null ? text + ": " + e.getMessage() : text;
    }
}
