package io.quarkiverse.binds.runtime.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;

/**
 * L10: a transaction left open outside of JTA is rolled back when its connection is returned, on one kind of database. The
 * pool has one connection, so that the next borrower gets the same.
 */
abstract class LeftOpenTransactions {

    private PoolOnServer server;

    abstract String kind();

    abstract String url();

    private interface Use {
        void of(Statement statement) throws SQLException;
    }

    @BeforeEach
    void createTable() throws SQLException {
        server = new PoolOnServer(kind(), url(), 1, Duration.ofMillis(500), ConnectionValidator.defaultValidator());
        borrow(true, statement -> {
            statement.execute("drop table if exists left_open");
            statement.execute("create table left_open (name varchar(40))");
        });
    }

    @AfterEach
    void dropTable() throws SQLException {
        borrow(true, statement -> statement.execute("drop table left_open"));
        server.close();
    }

    @Test
    void transactionByAutocommitIsRolledBack() throws Exception {
        borrow(true, statement -> {
            statement.getConnection().setAutoCommit(false);
            statement.execute(insert("left open"));
        });
        assertNextBorrowerCommits("next");
    }

    @Test
    void transactionByStatementIsRolledBack() throws Exception {
        borrow(true, statement -> {
            statement.execute("begin");
            statement.execute(insert("left open"));
        });
        assertNextBorrowerCommits("next");
    }

    @Test
    void failedTransactionIsRolledBack() throws Exception {
        borrow(true, statement -> {
            statement.getConnection().setAutoCommit(false);
            statement.execute(insert("left open"));
            assertThat(fails(statement, "insert into left_open (nothing) values (1)")).isTrue();
        });
        assertNextBorrowerCommits("next");
    }

    @Test
    void committedWorkStays() throws Exception {
        borrow(true, statement -> statement.execute(insert("by itself")));
        borrow(true, statement -> {
            statement.getConnection().setAutoCommit(false);
            statement.execute(insert("by commit"));
            statement.getConnection().commit();
        });
        assertNextBorrowerCommits("by commit,by itself,next");
    }

    /** Borrows as outside of JTA, where each statement is committed. */
    private void borrow(boolean autocommit, Use use) throws SQLException {
        try (Connection connection = server.pool.getConnection()) {
            connection.setAutoCommit(autocommit);
            try (Statement statement = connection.createStatement()) {
                use.of(statement);
            }
        }
    }

    private void assertNextBorrowerCommits(String rows) throws SQLException {
        try (Connection next = server.pool.getConnection(); Statement statement = next.createStatement()) {
            assertThat(next.getAutoCommit()).as("the base of the pool").isFalse();
            statement.execute(insert("next"));
            next.commit();
            try (ResultSet result = statement.executeQuery("select name from left_open order by name")) {
                StringBuilder names = new StringBuilder();
                while (result.next()) {
                    names.append(names.isEmpty() ? "" : ",").append(result.getString(1));
                }
                assertThat(names.toString()).isEqualTo(rows);
            }
            next.rollback();
        }
        assertThat(server.pool.stats().created()).as("all on one connection").isEqualTo(1);
    }

    private static String insert(String name) {
        return "insert into left_open (name) values ('" + name + "')";
    }

    private static boolean fails(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    final PoolOnServer server() {
        return server;
    }
}
