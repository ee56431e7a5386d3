package io.quarkiverse.binds.runtime.upsert;

import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

import org.hibernate.engine.spi.SessionImplementor;

/**
 * A savepoint in a transaction of JTA, by SQL: the pool refuses the methods of JDBC there. Confined to the thread of its
 * session.
 */
final class Savepoint {

    /** Makes the names unique: on MySQL a savepoint replaces another one of its name, as within an entity listener. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final SessionImplementor session;
    private final Server server;
    private final String name;

    private Savepoint(SessionImplementor session, Server server) {
        this.session = session;
        this.server = server;
        this.name = "binds_" + NUMBERS.incrementAndGet();
    }

    static Savepoint set(SessionImplementor session, Server server) {
        Savepoint savepoint = new Savepoint(session, server);
        savepoint.execute("savepoint " + savepoint.name);
        return savepoint;
    }

    void release() {
        if (server.releasesSavepoints()) {
            execute("release savepoint " + name);
        }
    }

    /** Undoes the work since the savepoint, and releases it. */
    void rollback() {
        String rollback = "rollback to savepoint " + name;
        if (server.takesStatementsTogether()) {
            execute(rollback + "; release savepoint " + name);
        } else {
            execute(rollback);
            release();
        }
    }

    private void execute(String sql) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
