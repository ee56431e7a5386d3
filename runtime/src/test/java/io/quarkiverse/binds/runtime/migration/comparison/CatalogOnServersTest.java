package io.quarkiverse.binds.runtime.migration.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** What the catalogs say is valid SQL, and the servers are asked whether expressions are the same. */
class CatalogOnServersTest {

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private static void inDatabase(CatalogKind kind, Work work) throws SQLException {
        if (kind == CatalogKind.H2) {
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
                work.on(connection);
            }
            return;
        }
        DatabaseServer server = switch (kind) {
            case MYSQL -> MySql.shared();
            case MARIADB -> MariaDb.shared();
            default -> PostgreSql.shared();
        };
        String database = server.uniqueDatabase("catalog");
        try (Connection connection = server.connect(database)) {
            work.on(connection);
        } finally {
            server.dropDatabase(database);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Column column(SchemaState state, String name) {
        return state.tables().get(0).columns().stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow();
    }

    /** Reads a table, creates another one by what was read, and reads that. */
    @ParameterizedTest
    @EnumSource
    void typesDefaultsAndExpressionsAreValidSql(CatalogKind kind) throws SQLException {
        Map<CatalogKind, String> more = Map.of(CatalogKind.MYSQL,
                ", e enum('A','it''s') default 'it''s', x varchar(20) default (concat('a\\'', 'b')), j json default (json_array()),"
                        + " b bit(1) default b'1', u timestamp(3) null default current_timestamp(3) on update current_timestamp(3),"
                        + " s varchar(20) collate utf8mb4_bin default 'back\\\\slash'",
                CatalogKind.MARIADB,
                ", e enum('A','it''s') default 'it''s', x varchar(20) default concat('a', 'b'), b bit(1) default b'1',"
                        + " u timestamp(3) null default current_timestamp(3) on update current_timestamp(3),"
                        + " s varchar(20) collate utf8mb4_bin default 'it''s'",
                CatalogKind.POSTGRESQL,
                ", e varchar(3)[] default '{a}', x varchar(20) default 'a' || 'b', u timestamp(3) default current_timestamp,"
                        + " s varchar(20) collate \"C\" default 'it''s', z timestamp(6) with time zone",
                CatalogKind.H2, ", e enum('A','it''s') default 'it''s', z timestamp(6) with time zone, y varchar(9) array,"
                        + " v interval second(18, 6), d decimal(10), f float(53)");
        inDatabase(kind, connection -> {
            execute(connection,
                    "create table t (id int primary key, n decimal(10,2) default 1.5 not null, q varchar(30) default"
                            + " 'it''s', g int generated always as (id * 2)" + (kind == CatalogKind.H2 ? "" : " stored")
                            + more.get(kind) + ")");
            SchemaState first = CatalogReader.readState(connection);
            String columns = String.join(", ", first.tables().get(0).columns().stream().map(column -> column.name() + " "
                    + column.type() + (column.collation() == null ? ""
                            : " collate " + (kind == CatalogKind.POSTGRESQL ? "\"C\"" : column.collation()))
                    + (column.generatedAs() == null ? ""
                            : " generated always as (" + column.generatedAs() + ")"
                                    + (kind == CatalogKind.H2 ? "" : " stored"))
                    + (column.defaultValue() == null ? "" : " default " + column.defaultValue())
                    + (column.nullable() ? kind.isMySqlLike() && column.type().startsWith("timestamp") ? " null" : ""
                            : " not null"))
                    .toList());
            execute(connection, "drop table t", "create table t (" + columns + ")");

            assertThat(CatalogReader.readState(connection).tables().get(0).columns())
                    .isEqualTo(first.tables().get(0).columns());
            assertThat(column(first, "q").defaultValue()).contains("it''s").startsWith("'");
        });
    }

    @ParameterizedTest
    @EnumSource
    void directionsUniqueNamesActionsAndSequencesAreRead(CatalogKind kind) throws SQLException {
        inDatabase(kind, connection -> {
            execute(connection, "create table parent (id int primary key)",
                    "create table child (id int, a int not null, b int, p int, constraint uq_a unique (a),"
                            + " constraint fk_p foreign key (p) references parent (id) on delete set null)",
                    "create index ix_ab on child (a, b desc)");
            if (kind != CatalogKind.MYSQL) {
                execute(connection, "create sequence counter start with 7 increment by 3");
            }
            SchemaState state = CatalogReader.readState(connection);

            DatabaseTable child = state.table("child").orElseThrow();
            boolean hasDirections = kind != CatalogKind.MARIADB || connection.getMetaData().getDatabaseMinorVersion() >= 8;
            assertThat(child.indexes().stream().filter(index -> !index.name().equals("fk_p")).map(Object::toString)
                    .map(String::toLowerCase)).containsExactlyInAnyOrder("index[name=uq_a, unique=true, columns=[a]]",
                            "index[name=ix_ab, unique=false, columns=[a, b" + (hasDirections ? " desc" : "") + "]]");
            assertThat(child.foreignKeys().get(0).onDelete()).isEqualTo("SET NULL");
            assertThat(child.foreignKeys().get(0).onUpdate()).isEqualTo("NO ACTION");
            assertThat(
                    state.sequences().stream().map(one -> new Sequence(one.name().toLowerCase(), one.start(), one.increment())))
                    .isEqualTo(kind == CatalogKind.MYSQL ? List.of() : List.of(new Sequence("counter", 7, 3)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void serverTellsWhetherExpressionsAreTheSame(CatalogKind kind) throws SQLException {
        inDatabase(kind, connection -> {
            execute(connection, "create table t (a int, b varchar(20), c varchar(20), d decimal(10,2), check ("
                    + "length(b) > 3 and (a > 1 or not (a in (5, 6)) or substring(b, 1, 2) = 'x')))");
            DatabaseTable table = CatalogReader.readState(connection).tables().get(0);
            String catalog = table.checks().get(0).condition();
            ServerExpressions server = new ServerExpressions(connection, kind);

            assertThat(
                    server.same(table, "length(b) > 3 and (a > 1 or not (a in (5, 6)) or substring(b, 1, 2) = 'x')", catalog))
                    .as(catalog).isTrue();
            assertThat(
                    server.same(table, "length(b) > 3 and (a > 1 or not (a in (5, 6)) or substring(b, 1, 2) = 'y')", catalog))
                    .as(catalog).isFalse();
            assertThat(server.same(table, "length(b) > 3 and a > 1 or not (a in (5, 6)) or substring(b, 1, 2) = 'x'", catalog))
                    .as(catalog).isFalse();
            assertThat(server.same(table, "this is no expression", catalog)).isFalse();
            assertThat(server.same(table, "'A'", "'a'")).isFalse();
            assertThat(CatalogReader.readState(connection).tables()).as("nothing is left behind").hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void numberOfQueriesIsThatOfOneTable(CatalogKind kind) throws SQLException {
        inDatabase(kind, connection -> {
            execute(connection, "create table t (id int primary key)");
            int ofOne = queries(connection);
            for (int i = 0; i < 20; i++) {
                execute(connection, "create table t" + i + " (id int primary key, t int, constraint f" + i
                        + " foreign key (t) references t (id), constraint c" + i + " check (t > 0))");
            }

            assertThat(queries(connection)).isEqualTo(ofOne).isBetween(6, 8);
        });
    }

    /** Reads the catalog by a connection that counts the queries. */
    private static int queries(Connection connection) throws SQLException {
        AtomicInteger queries = new AtomicInteger();
        Connection counting = proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return !(result instanceof Statement statement) ? result : proxy(Statement.class, (ofStatement, values) -> {
                queries.addAndGet(ofStatement.getName().equals("executeQuery") ? 1 : 0);
                return ofStatement.invoke(statement, values);
            });
        });
        CatalogReader.readState(counting);
        return queries.get();
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> call.on(method, arguments)));
    }
}
