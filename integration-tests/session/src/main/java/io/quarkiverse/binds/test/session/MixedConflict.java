package io.quarkiverse.binds.test.session;

/** Exception that is answered with 409. */
public class MixedConflict extends Exception {

    private static final long serialVersionUID = 1;

    MixedConflict(String name) {
        super(name);
    }
}
