package io.quarkiverse.binds.test.dynamic;

/** Exception that a unit of work throws on purpose. */
public class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
