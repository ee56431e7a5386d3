package io.quarkiverse.binds.runtime.session;

/** Whether a method that returned well answered with an error all the same. */
public interface ResponseStatus {

    /**
     * @param result what the method returned, may be null
     * @return whether it is a response with a status from 400 up
     */
    boolean isError(Object result);
}
