package io.quarkiverse.binds;

import java.sql.Connection;

/**
 * The isolation level of the transactions of a unit of work, in the terms of JDBC and SQL.
 *
 * @since 0.1
 */
public enum Isolation {

    /** The configured level of the bind ({@code quarkus.binds.x.isolation}), or else that of the server. */
    DEFAULT(Connection.TRANSACTION_NONE),

    /** Reads changes of other transactions before they are committed. */
    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),

    /** Reads committed changes; a second read of a row may differ from the first. */
    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),

    /** Reads a row again as it was read first; how far new rows are seen depends on the database. */
    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),

    /** Behaves as if the transactions had run one after the other; the database blocks or fails those that conflict. */
    SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE);

    private final int level;

    Isolation(int level) {
        this.level = level;
    }

    /**
     * The level as a JDBC constant.
     *
     * @return one of the constants of {@link Connection}; {@link Connection#TRANSACTION_NONE} for {@link #DEFAULT}
     */
    public int level() {
        return level;
    }
}
