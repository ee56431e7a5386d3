package io.quarkiverse.binds.dev;

/**
 * Result of an action.
 *
 * @param ok whether the action succeeded
 * @param message result, or the cause of the failure
 */
public record Answer(boolean ok, String message) {

    static Answer done(String message) {
        return new Answer(true, message);
    }

    static Answer failed(String message) {
        return new Answer(false, Bounds.text(message));
    }

    static Answer failed(Throwable failure) {
        return failed(cause(failure));
    }

    /** The message of a failure, which for errors of binds has the cause and no secret. */
    static String cause(Throwable failure) {
        String message = failure.getMessage();
        return Bounds.text(message == null || message.isBlank() ? failure.getClass().getName() : message);
    }
}
