package io.quarkiverse.binds.runtime.transaction;

import io.quarkiverse.binds.runtime.readonly.StatementReads;
import io.quarkiverse.binds.runtime.recording.QueryLog;

/**
 * Connects the pools of binds with the units of work above them. Implementations are thread-safe; each call concerns the
 * calling thread.
 */
public interface TransactionScope {

    /**
     * Begins the transaction of the unit of work that the calling thread is in, unless it has begun: a connection that is
     * borrowed next joins it. Without a unit of work nothing happens.
     *
     * @return whether the thread is in a transaction of a unit of work now
     * @throws RuntimeException if the unit of work takes no more work on this thread
     */
    boolean begin();

    /** The unit of work that the calling thread is in, if it reads a bind without a transaction; null otherwise. */
    StatementReads reads(String bind);

    /** The log of the statements of the unit of work that the calling thread is in; null if there is none. */
    QueryLog queryLog();

    /**
     * Records a commit of a bind that no unit of work has made, such as the end of a {@code REQUIRES_NEW} method or a statement
     * in autocommit mode: the work around it must not be repeated.
     */
    void committed(String bind);

    /** Whether the client of the request that the calling thread serves has written to a bind, now or shortly before. */
    boolean hasWritten(String bind);
}
