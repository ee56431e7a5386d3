package io.quarkiverse.binds.runtime.session;

/** Creates the exception for an entity or row that does not exist. */
public interface NotFoundExceptionFactory {

    RuntimeException exception(String description);
}
