package io.quarkiverse.binds.runtime.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;

/** Reads all tables of the current database or schema of a connection. Used by one thread, for one reading. */
public final class CatalogReader {

    private final Statement statement;
    private final CatalogQueries queries;

    private CatalogReader(Statement statement, CatalogQueries queries) {
        this.statement = statement;
        this.queries = queries;
    }

    /** @throws IllegalArgumentException if the kind of the database is not known */
    public static List<DatabaseTable> read(Connection connection) throws SQLException {
        CatalogQueries queries = CatalogKind.of(connection).queries();
        try (Statement statement = connection.createStatement()) {
            return new CatalogReader(statement, queries).read();
        }
    }

    private List<DatabaseTable> read() throws SQLException {
        Map<String, List<Column>> columns = byTable(queries.columns(), row -> new Column(row.getString(2), row.getString(3),
                row.getBoolean(4), row.getString(5), row.getString(6), row.getBoolean(7), row.getString(8), null));
        Map<String, List<String>> primaryKeys = byTable(queries.primaryKeys(), row -> row.getString(2));
        Map<String, List<Index>> indexes = indexes();
        Map<String, List<ForeignKey>> foreignKeys = foreignKeys();
        Map<String, List<Check>> checks = byTable(queries.checks(), row -> new Check(row.getString(2), row.getString(3)));
        List<DatabaseTable> tables = new ArrayList<>();
        byTable(queries.tables(), row -> row.getString(2)).forEach((table, comments) -> tables.add(new DatabaseTable(table,
                comments.get(0), of(columns, table), of(primaryKeys, table), of(indexes, table), of(foreignKeys, table),
                of(checks, table))));
        return tables;
    }

    private static <T> List<T> of(Map<String, List<T>> byTable, String table) {
        return byTable.getOrDefault(table, List.of());
    }

    private Map<String, List<Index>> indexes() throws SQLException {
        record Part(String index, boolean unique, String column) {
        }
        Map<String, List<Index>> indexes = new LinkedHashMap<>();
        byTable(queries.indexes(), row -> new Part(row.getString(2), row.getBoolean(3), row.getString(4)))
                .forEach((table, parts) -> {
                    Map<String, Index> byName = new LinkedHashMap<>();
                    parts.forEach(part -> byName.merge(part.index(),
                            new Index(part.index(), part.unique(), List.of(part.column())),
                            (all, next) -> new Index(all.name(), all.unique(), with(all.columns(), part.column()))));
                    indexes.put(table, List.copyOf(byName.values()));
                });
        return indexes;
    }

    private Map<String, List<ForeignKey>> foreignKeys() throws SQLException {
        Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
        byTable(queries.foreignKeys(), row -> new ForeignKey(row.getString(2), List.of(row.getString(3)), row.getString(4),
                List.of(row.getString(5)), row.getString(6), row.getString(7))).forEach((table, parts) -> {
                    Map<String, ForeignKey> byName = new LinkedHashMap<>();
                    parts.forEach(part -> byName.merge(part.name(), part,
                            (all, next) -> new ForeignKey(all.name(), with(all.columns(), next.columns().get(0)),
                                    all.referencedTable(), with(all.referencedColumns(), next.referencedColumns().get(0)),
                                    all.onDelete(), all.onUpdate())));
                    keys.put(table, List.copyOf(byName.values()));
                });
        return keys;
    }

    private static List<String> with(List<String> names, String one) {
        List<String> more = new ArrayList<>(names);
        more.add(one);
        return more;
    }

    private interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> byTable(String query, RowMapper<T> mapper) throws SQLException {
        Map<String, List<T>> byTable = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                byTable.computeIfAbsent(rows.getString(1), table -> new ArrayList<>()).add(mapper.map(rows));
            }
        }
        return byTable;
    }
}
