package io.quarkiverse.binds.runtime.migration.command;

/** Arguments that the application cannot follow, though they are well-formed. */
final class WrongArgumentsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongArgumentsException(String message) {
        super(message, null, false, false);
    }
}
