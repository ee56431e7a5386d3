package io.quarkiverse.binds.runtime.readonly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.stream.Stream;

import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.binds.runtime.failure.Failure;

/** L6: every method of JDBC that takes SQL, on a real H2 connection. */
class CheckedConnectionTest {

    private static final String INSERT = "insert into t values (2)";

    private Connection h2;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        h2 = new org.h2.Driver().connect("jdbc:h2:mem:", new Properties());
        try (Statement statement = h2.createStatement()) {
            statement.execute("create table t (a int primary key)");
            statement.execute("insert into t values (1)");
        }
        connection = CheckedConnection.of(h2, () -> "GET /rows");
    }

    @AfterEach
    void close() throws SQLException {
        h2.close();
    }

    interface Way {
        void run(Connection connection) throws SQLException;
    }

    private static Arguments way(String name, String kind, Way way) {
        return Arguments.of(name, kind, way);
    }

    private static Way statement(StatementWay way) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                way.run(statement);
            }
        };
    }

    interface StatementWay {
        void run(Statement statement) throws SQLException;
    }

    static Stream<Arguments> ways() {
        int[] columns = { 1 };
        String[] names = { "A" };
        return Stream.of(
                way("execute", "an INSERT", statement(s -> s.execute(INSERT))),
                way("execute, keys", "an INSERT", statement(s -> s.execute(INSERT, Statement.RETURN_GENERATED_KEYS))),
                way("execute, columns", "an INSERT", statement(s -> s.execute(INSERT, columns))),
                way("execute, names", "an INSERT", statement(s -> s.execute(INSERT, names))),
                way("executeUpdate", "a DELETE", statement(s -> s.executeUpdate("delete from t"))),
                way("executeUpdate, keys", "an INSERT",
                        statement(s -> s.executeUpdate(INSERT, Statement.RETURN_GENERATED_KEYS))),
                way("executeUpdate, columns", "an INSERT", statement(s -> s.executeUpdate(INSERT, columns))),
                way("executeUpdate, names", "an INSERT", statement(s -> s.executeUpdate(INSERT, names))),
                way("executeLargeUpdate", "an UPDATE", statement(s -> s.executeLargeUpdate("update t set a = 3"))),
                way("executeLargeUpdate, keys", "an INSERT", statement(s -> s.executeLargeUpdate(INSERT, 1))),
                way("executeLargeUpdate, columns", "an INSERT", statement(s -> s.executeLargeUpdate(INSERT, columns))),
                way("executeLargeUpdate, names", "an INSERT", statement(s -> s.executeLargeUpdate(INSERT, names))),
                way("executeQuery", "an INSERT",
                        statement(s -> s.executeQuery("select * from final table (insert into t values (2))"))),
                way("addBatch", "an INSERT", statement(s -> {
                    s.addBatch("select 1");
                    s.addBatch(INSERT);
                })),
                way("updatable statement", "an updatable result set",
                        c -> c.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE)),
                way("updatable statement, held", "an updatable result set",
                        c -> c.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE, 1)),
                way("prepare", "an INSERT", c -> c.prepareStatement(INSERT)),
                way("prepare, keys", "an INSERT", c -> c.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)),
                way("prepare, columns", "an INSERT", c -> c.prepareStatement(INSERT, columns)),
                way("prepare, names", "an INSERT", c -> c.prepareStatement(INSERT, names)),
                way("prepare, forward", "an INSERT", c -> c.prepareStatement(INSERT, 1003, ResultSet.CONCUR_READ_ONLY)),
                way("prepare, held", "an INSERT", c -> c.prepareStatement(INSERT, 1003, ResultSet.CONCUR_READ_ONLY, 1)),
                way("prepare, updatable", "an updatable result set",
                        c -> c.prepareStatement("select * from t", 1003, ResultSet.CONCUR_UPDATABLE)),
                way("prepare, updatable, held", "an updatable result set",
                        c -> c.prepareStatement("select * from t", 1003, ResultSet.CONCUR_UPDATABLE, 1)),
                way("SQL on a prepared statement", "an INSERT", c -> {
                    try (PreparedStatement prepared = c.prepareStatement("select 1")) {
                        prepared.execute(INSERT);
                    }
                }),
                way("prepareCall", "a CALL", c -> c.prepareCall("{call f()}")),
                way("prepareCall of a query", "a prepared call", c -> c.prepareCall("select 1")),
                way("prepareCall, forward", "a CALL", c -> c.prepareCall("call f()", 1003, 1007)),
                way("prepareCall, held", "a CALL", c -> c.prepareCall("call f()", 1003, 1007, 1)),
                way("nativeSQL", "an INSERT", c -> c.nativeSQL(INSERT)),
                way("connection of the statement", "an INSERT",
                        statement(s -> s.getConnection().prepareStatement(INSERT))),
                way("setReadOnly", "setReadOnly(false)", c -> c.setReadOnly(false)),
                way("unwrap", "unwrap(JdbcConnection.class)", c -> c.unwrap(JdbcConnection.class)),
                way("unwrap of a statement", "unwrap(JdbcStatement.class)",
                        statement(s -> s.unwrap(org.h2.jdbc.JdbcStatement.class))),
                way("unwrap to the connection itself", "an INSERT", c -> c.unwrap(Connection.class).prepareStatement(INSERT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void writeIsRefusedNamingKindAndUnitOfWork(String name, String kind, Way way) throws SQLException {
        assertThatThrownBy(() -> way.run(connection)).isInstanceOfSatisfying(SQLException.class, e -> {
            assertThat(e.getSQLState()).isEqualTo("25006");
            assertThat(Failure.of(e)).isEqualTo(Failure.OTHER);
        }).hasMessageStartingWith("The unit of work of GET /rows is read-only and refuses " + kind)
                .hasMessageEndingWith(": begin it without readOnly");

        assertThat(rows()).isEqualTo("1");
    }

    private String rows() throws SQLException {
        try (Statement statement = h2.createStatement();
                ResultSet rows = statement.executeQuery("select listagg(a, ',') from t")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void readsSucceedByEachMethod() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute("select a from t")).isTrue();
            assertThat(statement.getResultSet().next()).isTrue();
            assertThat(statement.executeQuery("with x as (select a from t) select * from x").next()).isTrue();
            assertThat(statement.getConnection()).isSameAs(connection);
        }
        try (PreparedStatement prepared = connection.prepareStatement("select a from t where a = ?")) {
            prepared.setInt(1, 1);
            assertThat(prepared.executeQuery().next()).isTrue();
            assertThat(prepared.getConnection()).isSameAs(connection);
        }
        assertThat(connection.isReadOnly()).isTrue();
        connection.setReadOnly(true);
        assertThat(connection.isWrapperFor(JdbcConnection.class)).isFalse();
        assertThat(CheckedConnection.of(h2, null)).isSameAs(h2);
    }
}
