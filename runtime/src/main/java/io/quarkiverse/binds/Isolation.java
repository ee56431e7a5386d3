package io.quarkiverse.binds;

import java.sql.Connection;

/** The isolation level of the transactions of a unit of work, in the terms of JDBC and SQL. */
public enum Isolation {

    /** The configured level of the bind ({@code quarkus.binds.x.isolation}), or else that of the server. */
    DEFAULT(Connection.TRANSACTION_NONE),

    READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),

    READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),

    REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),

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
