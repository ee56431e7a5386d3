package io.quarkiverse.binds.runtime.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/** Reads all tables of the current database or schema of a connection. Used by one thread, for one reading. */
public final class CatalogReader {

    private final Statement statement;
    private final CatalogQueries queries;
    private final CatalogKind kind;
    private final CatalogWords words;

    private CatalogReader(Statement statement, CatalogKind kind) {
        this.statement = statement;
        this.kind = kind;
        this.queries = queries(kind);
        this.words = queries.words();
    }

    /** @throws IllegalArgumentException if the kind of the database is not known */
    public static List<DatabaseTable> read(Connection connection) throws SQLException {
        CatalogKind kind = CatalogKind.of(connection);
        try (Statement statement = connection.createStatement()) {
            return new CatalogReader(statement, kind).tables();
        }
    }

    /**
     * Reads tables, sequences and types.
     *
     * @throws IllegalArgumentException if the kind of the database is not known
     */
    public static SchemaState readState(Connection connection) throws SQLException {
        CatalogKind kind = CatalogKind.of(connection);
        try (Statement statement = connection.createStatement()) {
            CatalogReader reader = new CatalogReader(statement, kind);
            return new SchemaState(reader.tables(), reader.sequences(), reader.types());
        }
    }

    private List<DatabaseTable> tables() throws SQLException {
        Map<String, List<Column>> columns = byTable(queries.columns(), this::column);
        Map<String, List<String>> primaryKeys = byTable(queries.primaryKeys(), row -> row.getString(2));
        Map<String, List<Index>> indexes = indexes();
        Map<String, List<ForeignKey>> foreignKeys = foreignKeys();
        Map<String, List<Check>> checks = byTable(queries.checks(),
                row -> new Check(row.getString(2), words.expression(row.getString(3))));
        List<DatabaseTable> tables = new ArrayList<>();
        record Properties(String comment, String collation) {
        }
        byTable(queries.tables(), row -> new Properties(row.getString(2), row.getString(3))).forEach((table, all) -> {
            Properties properties = all.get(0);
            tables.add(new DatabaseTable(table, properties.comment(),
                    of(columns, table).stream().map(column -> withoutCollation(column, properties.collation())).toList(),
                    of(primaryKeys, table), of(indexes, table), of(foreignKeys, table), of(checks, table)));
        });
        return tables;
    }

    /** A column with the collation of its table has none of its own. */
    private static Column withoutCollation(Column column, String collation) {
        return column.collation() == null || !column.collation().equals(collation) ? column
                : new Column(column.name(), column.type(), column.nullable(), column.defaultValue(), column.generatedAs(),
                        column.identity(), column.comment(), null);
    }

    private Column column(ResultSet row) throws SQLException {
        String type = words.type(row.getString(3));
        boolean isIdentity = row.getBoolean(7);
        return new Column(row.getString(2), type, row.getBoolean(4),
                isIdentity ? null : words.defaultValue(type, row.getString(5), row.getString(10)),
                words.expression(row.getString(6)), isIdentity, row.getString(8), row.getString(9));
    }

    private static <T> List<T> of(Map<String, List<T>> byTable, String table) {
        return byTable.getOrDefault(table, List.of());
    }

    private Map<String, List<Index>> indexes() throws SQLException {
        record Part(String index, boolean unique, String column) {
        }
        Map<String, List<Index>> indexes = new LinkedHashMap<>();
        byTable(queries.indexes(), row -> new Part(row.getString(2), row.getBoolean(3), words.expression(row.getString(4))))
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
                List.of(row.getString(5)), kind.action(row.getString(6)), kind.action(row.getString(7))))
                .forEach((table, parts) -> {
                    Map<String, ForeignKey> byName = new LinkedHashMap<>();
                    parts.forEach(part -> byName.merge(part.name(), part,
                            (all, next) -> new ForeignKey(all.name(), with(all.columns(), next.columns().get(0)),
                                    all.referencedTable(), with(all.referencedColumns(), next.referencedColumns().get(0)),
                                    all.onDelete(), all.onUpdate())));
                    keys.put(table, List.copyOf(byName.values()));
                });
        return keys;
    }

    private List<EnumType> types() throws SQLException {
        if (queries.types() == null) {
            return List.of();
        }
        List<EnumType> types = new ArrayList<>();
        byTable(queries.types(), row -> row.getString(2)).forEach((name, values) -> types.add(new EnumType(name, values)));
        return types;
    }

    /** On MariaDB each sequence is a table with its start and increment: all of them are read by a second query. */
    private List<Sequence> sequences() throws SQLException {
        if (queries.sequences() == null) {
            return List.of();
        }
        try (ResultSet rows = statement.executeQuery(queries.sequences())) {
            if (rows.getMetaData().getColumnCount() > 1) {
                return sequences(rows);
            }
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            if (names.isEmpty()) {
                return List.of();
            }
            String each = names.stream().map(name -> "SELECT '" + name.replace("'", "''") + "', start_value, increment FROM `"
                    + name.replace("`", "``") + "`").collect(Collectors.joining(" UNION ALL "));
            try (ResultSet values = statement.executeQuery(each)) {
                return sequences(values);
            }
        }
    }

    private static List<Sequence> sequences(ResultSet rows) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        while (rows.next()) {
            sequences.add(new Sequence(rows.getString(1), rows.getLong(2), rows.getLong(3)));
        }
        return sequences;
    }

    private static List<String> with(List<String> names, String one) {
        List<String> more = new ArrayList<>(names);
        more.add(one);
        return more;
    }

    private static CatalogQueries queries(CatalogKind kind) {
        return switch (kind) {
            case MYSQL -> MySqlCatalog.MYSQL;
            case MARIADB -> MySqlCatalog.MARIADB;
            case POSTGRESQL -> PostgreSqlCatalog.POSTGRESQL;
            case H2 -> H2Catalog.H2;
        };
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
