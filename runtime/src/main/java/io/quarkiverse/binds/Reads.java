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
     * The first statement, whatever it is, begins the transaction, in which all later ones take part: a read costs two commands
     * of the server, and further ones are as consistent as the isolation level promises.
     */
    TRANSACTION,

    /**
     * A query that needs no transaction has none, as long as the unit of work has not begun one: a read costs one command, and
     * each sees what is committed when it runs. The first statement that writes, locks, or is not known to read begins the
     * transaction, as do {@code @Transactional}, an isolation level and a commit. What was read before has no part in it: give
     * entities a {@code @Version}, or another unit of work may overwrite changes between the read and the write.
     */
    STATEMENT
}
