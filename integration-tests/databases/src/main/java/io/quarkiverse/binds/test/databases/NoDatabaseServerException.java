package io.quarkiverse.binds.test.databases;

/** Failure to find or start a server on this machine; the message lists each attempt with its error and the setting to use. */
public final class NoDatabaseServerException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoDatabaseServerException(String message) {
        super(message);
    }
}
