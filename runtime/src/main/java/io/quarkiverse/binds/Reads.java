package io.quarkiverse.binds;

/**
 * Whether the reads of a unit of work have a transaction.
 *
 * @since 0.1
 */
public enum Reads {

    /**
     * The configured way of the bind ({@code quarkus.binds.x.reads}), or else of all binds
     * ({@code quarkus.binds.session.reads}).
     */
    DEFAULT,

    /**
     * The first statement, of whatever kind, begins the transaction, and all later statements take part in it. A read costs two
     * commands of the server; further reads are as consistent as the isolation level promises.
     */
    TRANSACTION,

    /**
     * Queries run without a transaction, until the unit of work begins one. A read costs one command, and each read sees the
     * data that are committed when it runs. The first statement that writes, locks, or is not known to read begins the
     * transaction, as do {@code @Transactional}, an isolation level and a commit. Earlier reads are not part of it: give
     * entities a {@code @Version}, or another unit of work may overwrite changes between the read and the write.
     */
    STATEMENT
}
