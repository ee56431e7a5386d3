package io.quarkiverse.binds.runtime.pool;

/** Is told when a bind has opened the first connection of its pool. */
public interface FirstConnection {

    /** On the thread of the borrower, which is not to be delayed. */
    void opened(String bind);
}
