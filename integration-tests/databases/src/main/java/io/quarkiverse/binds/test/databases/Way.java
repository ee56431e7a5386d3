package io.quarkiverse.binds.test.databases;

import java.util.List;

/** Way to obtain a server. */
interface Way {

    /** Requirement of this way, for the error if no way is available. */
    String name();

    /**
     * @param options more options of the server's command line
     * @throws UnavailableException if the way is not available on this machine
     */
    Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException;
}
