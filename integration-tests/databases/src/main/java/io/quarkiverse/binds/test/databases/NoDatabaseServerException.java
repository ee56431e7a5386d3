package io.quarkiverse.binds.test.databases;

/** No way to a server is open on this machine; the message lists what was tried, why each failed and what to set. */
public final class NoDatabaseServerException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoDatabaseServerException(String message) {
        super(message);
    }
}
