package io.quarkiverse.binds.runtime.session;

/** Recognises the result of a method that is an error response. */
public interface ResponseStatus {

    /**
     * Whether a result is an error.
     *
     * @param result the value that the method returned, may be null
     * @return whether the result is a response with a status from 400 up
     */
    boolean isError(Object result);
}
