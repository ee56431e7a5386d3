package io.quarkiverse.binds.test.databases;

/** A server that was found or started, and what can be done to it. */
interface Backend {

    /** Where it listens and who its administrator is; the same for its whole life. */
    Admin admin();

    /** In which way it was had, for the log. */
    String way();

    /** Ends it in order and returns when it has ended. */
    void stop();

    /** Starts it again after a stop or a kill, with the same port and data; returns when it answers. */
    void startAgain();

    /** Ends it like a power failure and returns when it has ended. */
    void killHard();

    /** Ends it, if it is ours, and removes its data. Repeated calls do nothing. */
    void close();
}
