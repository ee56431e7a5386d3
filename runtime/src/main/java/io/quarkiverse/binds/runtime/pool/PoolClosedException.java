package io.quarkiverse.binds.runtime.pool;

import java.sql.SQLException;

/** Thrown if the pool of a database was closed before a connection could be borrowed; another pool can be opened. */
public final class PoolClosedException extends SQLException {

    private static final long serialVersionUID = 1L;

    PoolClosedException() {
        super("The pool is closed");
        setStackTrace(new StackTraceElement[0]);
    }
}
