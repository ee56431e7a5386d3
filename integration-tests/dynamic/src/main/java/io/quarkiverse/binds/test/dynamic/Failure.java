package io.quarkiverse.binds.test.dynamic;

/** What is thrown out of a unit of work on purpose. */
public class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
