package io.quarkiverse.binds.test.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.support.Await;

/**
 * E1, E2: why get-or-create does not lock first, and does not work without a unique constraint, on two connections to MySQL.
 */
class SelectForUpdateThenInsertTest {

    private static final DatabaseServer SERVER = MySql.shared();
    private static final String LOOK = "select id from place where name = 'x' for update";
    private static final String INSERT = "insert into place (name) values ('x')";

    private String database;
    private Connection first;
    private Connection second;

    @BeforeEach
    void connect() throws SQLException {
        database = SERVER.uniqueDatabase("forupdate");
        first = SERVER.connect(database);
        second = SERVER.connect(database);
    }

    @AfterEach
    void drop() throws SQLException {
        first.close();
        second.close();
        SERVER.dropDatabase(database);
    }

    private void table(String index, int isolation) throws SQLException {
        SERVER.executeIn(database, "create table place (id int auto_increment primary key, name varchar(20), " + index + ")");
        for (Connection connection : new Connection[] { first, second }) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rows() {
        return ((Number) SERVER.queryIn(database, "select count(*) as n from place").get(0).get("n")).longValue();
    }

    private boolean isWaiting() {
        return !SERVER
                .query("select 1 as n from performance_schema.data_locks where object_schema = ? and lock_status = 'WAITING'",
                        database)
                .isEmpty();
    }

    @Test
    void bothInsertsDeadlockUnderRepeatableRead() throws SQLException {
        table("unique (name)", Connection.TRANSACTION_REPEATABLE_READ);
        run(first, LOOK);
        run(second, LOOK); // the locks of a gap are compatible with each other
        CompletableFuture<SQLException> insert = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(SQLException.class, () -> run(first, INSERT)));
        Await.until("the first insert waits for the gap", this::isWaiting);
        SQLException failure = catchThrowableOfType(SQLException.class, () -> run(second, INSERT));
        SQLException other = failure == null ? insert.join() : failure;

        assertThat(other.getErrorCode()).isEqualTo(1213);
        assertThat(other.getSQLState()).isEqualTo("40001");
    }

    @Test
    void bothInsertsSucceedUnderReadCommittedWithoutUniqueConstraint() throws SQLException {
        table("index (name)", Connection.TRANSACTION_READ_COMMITTED);
        run(first, LOOK);
        run(second, LOOK);
        run(first, INSERT);
        run(second, INSERT);
        first.commit();
        second.commit();

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void secondInsertIsADuplicateUnderReadCommittedWithUniqueConstraint() throws SQLException {
        table("unique (name)", Connection.TRANSACTION_READ_COMMITTED);
        run(first, LOOK);
        run(second, LOOK);
        run(first, INSERT);
        first.commit();
        SQLException failure = catchThrowableOfType(SQLException.class, () -> run(second, INSERT));

        assertThat(failure.getErrorCode()).isEqualTo(1062);
        assertThat(rows()).isEqualTo(1);
    }
}
