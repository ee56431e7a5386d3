package io.quarkiverse.binds.runtime.session;

/** What is thrown where something asked for is not there. */
public interface NotFound {

    RuntimeException exception(String description);
}
