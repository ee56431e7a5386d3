package io.quarkiverse.binds.runtime.migration.statement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.CatalogReader;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.comparison.Change;
import io.quarkiverse.binds.runtime.migration.comparison.Options;
import io.quarkiverse.binds.runtime.migration.comparison.SchemaComparison;
import io.quarkiverse.binds.runtime.migration.comparison.ServerExpressions;
import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;

/** An empty database for one test class. */
public final class Scratch implements AutoCloseable {

    final CatalogKind kind;
    private final Connection connection;
    private final Runnable drop;

    private Scratch(CatalogKind kind, Connection connection, Runnable drop) {
        this.kind = kind;
        this.connection = connection;
        this.drop = drop;
    }

    public static Scratch of(CatalogKind kind) throws SQLException {
        return switch (kind) {
            case MYSQL -> on(kind, MySql::shared);
            case MARIADB -> on(kind, MariaDb::shared);
            case POSTGRESQL -> on(kind, PostgreSql::shared);
            case H2 -> new Scratch(kind, DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";DATABASE_TO_LOWER=TRUE"), () -> {
                    });
        };
    }

    private static Scratch on(CatalogKind kind, Supplier<DatabaseServer> shared) throws SQLException {
        DatabaseServer server = shared.get();
        String database = server.uniqueDatabase("ddl");
        return new Scratch(kind, server.connect(database), () -> server.dropDatabase(database));
    }

    public Connection connection() {
        return connection;
    }

    public void execute(List<String> sql) {
        for (String each : sql) {
            execute(each);
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(kind + ": " + sql + ": " + e.getMessage(), e);
        }
    }

    long count(String query) {
        return Long.parseLong(rows(query).get(0).get(0));
    }

    List<List<String>> rows(String query) {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(kind + ": " + query + ": " + e.getMessage(), e);
        }
    }

    public SchemaState read() {
        try {
            return CatalogReader.readState(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What is left to be done for a state that is written in other words than those of the catalog. */
    List<Change> missing(SchemaState wanted) {
        return SchemaComparison.compare(read(), wanted,
                Options.of(kind).withExpressions(new ServerExpressions(connection, kind)));
    }

    void dropAll() {
        SchemaState state = read();
        List<Change> drops = SchemaComparison.compare(state, new SchemaState(List.of(), List.of()),
                Options.of(kind).withSnapshot(state));
        execute(Statements.of(kind).render(drops).stream().map(SqlStatement::sql).toList());
    }

    /** The tables for a comparison by equality. New columns of PostgreSQL are the last ones. */
    public List<DatabaseTable> dump() {
        return read().tables().stream().map(table -> kind != CatalogKind.POSTGRESQL ? table
                : new DatabaseTable(table.name(), table.comment(), table.columns().stream()
                        .sorted(Comparator.comparing(DatabaseTable.Column::name)).toList(),
                        table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks()))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        drop.run();
    }
}
