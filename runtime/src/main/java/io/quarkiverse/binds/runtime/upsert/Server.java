package io.quarkiverse.binds.runtime.upsert;

import java.sql.Statement;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/** Behaviour of the kinds of servers at duplicate keys and with snapshots. */
enum Server {

    /** MySQL and MariaDB: a failed statement leaves the transaction usable; a locking read sees the latest row. */
    MYSQL(null),

    /** An error ends the transaction, up to the last savepoint; a locking read sees the snapshot of the transaction. */
    POSTGRESQL("rollback and chain"),

    /** A failed statement leaves the transaction usable; a locking read sees the snapshot of the transaction. */
    H2("rollback");

    /** Statement that begins the transaction again, with the next snapshot and the same settings; null if none is needed. */
    private final String restart;

    Server(String restart) {
        this.restart = restart;
    }

    static Server of(SessionImplementor session) {
        Dialect dialect = session.getFactory().getJdbcServices().getDialect();
        if (dialect instanceof MySQLDialect) {
            return MYSQL;
        }
        if (dialect instanceof PostgreSQLDialect) {
            return POSTGRESQL;
        }
        if (dialect instanceof H2Dialect) {
            return H2;
        }
        throw new IllegalStateException("getOrCreate and upsert support MySQL, MariaDB, PostgreSQL and H2, not "
                + dialect.getClass().getSimpleName() + ": find and insert the entity with db.query and db.add");
    }

    boolean needsSavepoint() {
        return this == POSTGRESQL;
    }

    /** Whether savepoints are released by a statement; H2 has none, and keeps no more than a number for each. */
    boolean releasesSavepoints() {
        return this != H2;
    }

    /** Whether the driver sends several statements in one round trip. */
    boolean takesStatementsTogether() {
        return this == POSTGRESQL;
    }

    boolean locksSeeLatestRow() {
        return this == MYSQL;
    }

    /** Whether an upsert updates the row that has any unique key in common, rather than the named one. */
    boolean updatesRowOfAnyKey() {
        return this == MYSQL;
    }

    /** Whether an upsert can fail by a duplicate key, if another transaction has just inserted the row. */
    boolean retriesUpsert() {
        return this == H2;
    }

    /**
     * Begins the transaction of the server again, for a new snapshot.
     *
     * @return false if the server needs none
     */
    boolean restart(SessionImplementor session) {
        if (restart == null) {
            return false;
        }
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(restart);
            }
        });
        return true;
    }
}
