package io.quarkiverse.binds.test.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.agroal.api.AgroalDataSource;
import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.Db;
import io.quarkiverse.binds.test.App;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.QuarkusUnitTest;

/**
 * L10: an open transaction begun by hand is rolled back when its connection is returned, where the driver does not report
 * the session's state. The pool has one connection, so that the next unit of work gets the same.
 */
class LeftOpenTransactionTest {

    @RegisterExtension
    static final QuarkusUnitTest test = App.of("""
            quarkus.binds.url=h2:mem:left-open;DB_CLOSE_DELAY=-1
            quarkus.binds.users.url=h2:mem:left-open-users;DB_CLOSE_DELAY=-1
            quarkus.binds.users.two-phase=true
            quarkus.binds."*".pool.size=1
            quarkus.binds."*".pool.max-overflow=0
            quarkus.transaction-manager.object-store.directory=target/object-store
            """);

    @Inject
    Db db;

    @Inject
    AgroalDataSource ordinary;

    @Inject
    @DataSource("users")
    AgroalDataSource twoPhase;

    @Test
    void nextUnitOfWorkDoesNotCommitOpenTransaction() throws Exception {
        leaveOpen(ordinary, "drop table if exists left_open", "create table left_open (name varchar(40))");
        assertNextUnitDoesNotCommit(ordinary, Bind.DEFAULT);
    }

    @Test
    void nextTwoPhaseUnitOfWorkDoesNotCommitOpenTransaction() throws Exception {
        leaveOpen(twoPhase, "drop table if exists left_open", "create table left_open (name varchar(40))");
        assertNextUnitDoesNotCommit(twoPhase, "users");
    }

    private void assertNextUnitDoesNotCommit(AgroalDataSource dataSource, String bind) throws SQLException {
        leaveOpen(dataSource, "begin", "insert into left_open (name) values ('by statement')");
        addInUnit(bind, "first");
        leaveOpen(dataSource, null, "insert into left_open (name) values ('by autocommit')");
        addInUnit(bind, "second");
        leaveOpen(dataSource, "insert into left_open (name) values ('each for itself')");

        assertThat(db.call(() -> db.bind(bind).sql("select name from left_open order by name").list(String.class)))
                .containsExactly("each for itself", "first", "second");
    }

    private void addInUnit(String bind, String name) {
        db.run(() -> {
            db.bind(bind).sql("insert into left_open (name) values (?)", name).update();
            db.commit();
        });
    }

    /** @param statements null to switch autocommit off */
    private static void leaveOpen(AgroalDataSource dataSource, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (sql == null) {
                    connection.setAutoCommit(false);
                } else {
                    statement.execute(sql);
                }
            }
        }
    }
}
