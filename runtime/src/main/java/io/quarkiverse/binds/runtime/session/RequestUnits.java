package io.quarkiverse.binds.runtime.session;

/** Knows the unit of work of the request that the calling thread serves, if it serves one. */
public interface RequestUnits {

    /**
     * @param units where to open one if the request has none yet, null if none is to be opened
     * @return null if no request is served here, or if it has none and none is to be opened
     */
    Unit current(Units units);
}
