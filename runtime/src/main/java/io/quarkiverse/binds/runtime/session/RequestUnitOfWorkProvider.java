package io.quarkiverse.binds.runtime.session;

/** Finds the unit of work of the request that the calling thread serves, if it serves a request. */
public interface RequestUnitOfWorkProvider {

    /** Whether requests are units of work in this application. */
    boolean isAvailable();

    /**
     * The unit of work of the request.
     *
     * @param open whether to open one if the request has none yet
     * @return null if this thread serves no request, or if the request has no unit of work and none is to be opened
     * @throws io.quarkiverse.binds.NoUnitOfWorkException if it is to be opened and another thread serves the request
     */
    UnitOfWorkContext current(boolean open);

    /**
     * The unit of work of the request if the calling thread may use it.
     *
     * @param open whether to open one if the request has none yet
     * @return null also if another thread serves the request, or has served it
     */
    UnitOfWorkContext currentIfServedHere(boolean open);

    /**
     * Records that a bind has committed while the calling thread served a request, in a transaction or unit of work other than
     * that of the request.
     */
    void committed(String bind);

    /**
     * Whether the client of the request that the calling thread serves has written to a bind, in this request or shortly before
     * it.
     */
    boolean hasWritten(String bind);
}
