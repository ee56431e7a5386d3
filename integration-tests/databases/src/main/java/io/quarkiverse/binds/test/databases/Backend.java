package io.quarkiverse.binds.test.databases;

/** Server that was found or started, and the operations on it. */
interface Backend {

    /** Address and administrator; constant for its whole life. */
    Admin admin();

    /** Way in which it was obtained, for the log. */
    String way();

    /** Ends it in order and returns when it has ended. */
    void stop();

    /** Starts it again after a stop or a kill, with the same port and data; returns when it accepts logins. */
    void startAgain();

    /** Ends it like a power failure and returns when it has ended. */
    void killHard();

    /**
     * Halts it without ending it: its connections stay open, and it answers nothing, as if it were cut off from the network.
     *
     * @throws UnsupportedOperationException if it is not a single process of this machine
     */
    default void freeze() {
        throw new UnsupportedOperationException("This server (" + way() + ") cannot be halted");
    }

    /** Lets it go on after {@link #freeze()}. */
    default void thaw() {
        throw new UnsupportedOperationException("This server (" + way() + ") cannot be halted");
    }

    /** Ends the server if this JVM started it, and removes its data. Repeated calls do nothing. */
    void close();
}
