package io.quarkiverse.binds.test.databases;

import java.util.List;

/** One way to a server. */
interface Way {

    /** What it takes, for the message when no way is open. */
    String name();

    /**
     * @param options more options of the server's command line
     * @throws UnavailableException if it is not open on this machine
     */
    Backend open(Kind kind, List<String> options, Environment environment) throws UnavailableException;
}
