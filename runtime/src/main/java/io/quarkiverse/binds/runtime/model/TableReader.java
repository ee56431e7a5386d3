package io.quarkiverse.binds.runtime.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;

/** Reads a table of the metadata of Hibernate ORM. Used by one thread. */
final class TableReader {

    private static final Pattern ON_DELETE = Pattern.compile("on\\s+delete\\s+(cascade|restrict|set\\s+null|set\\s+default)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_UPDATE = Pattern.compile("on\\s+update\\s+(cascade|restrict|set\\s+null|set\\s+default)",
            Pattern.CASE_INSENSITIVE);

    private final Metadata metadata;
    private final SqlStringGenerationContext context;
    private final Dialect dialect;
    private final CatalogKind kind;
    private final SqlNames names;

    TableReader(Metadata metadata, SqlStringGenerationContext context, CatalogKind kind) {
        this.metadata = metadata;
        this.context = context;
        this.dialect = context.getDialect();
        this.kind = kind;
        this.names = new SqlNames(kind);
    }

    DatabaseTable read(Table table) {
        String name = name(table);
        List<org.hibernate.mapping.Column> mapped = List.copyOf(table.getColumns());
        // adds the unique keys of columns to the metadata, as it does whenever tables are created
        String sql = withoutQuotesInComments(dialect.getTableExporter().getSqlCreateStrings(table, metadata, context)[0],
                table);
        CreateTableStatement statement = new CreateTableStatement(sql, mapped.size(), kind);
        List<Column> columns = new ArrayList<>();
        List<String> primaryKey = new ArrayList<>(statement.primaryKey());
        List<Index> indexes = new ArrayList<>();
        List<Check> checks = new ArrayList<>(); // those without a name in the order of the statement, which servers number
        for (int i = 0; i < mapped.size(); i++) {
            ColumnClauses clauses = statement.columns().get(i);
            Column column = column(mapped.get(i), clauses, name);
            columns.add(column);
            checks.addAll(clauses.checks());
            if (clauses.isJsonOfMariaDb()) {
                checks.add(new Check("", "json_valid(`" + column.name() + "`)"));
            }
            if (clauses.primaryKey()) {
                primaryKey.add(column.name());
            }
            if (clauses.unique()) {
                indexes.add(unnamed(name, List.of(column.name())));
            }
        }
        checks.addAll(statement.checks());
        statement.uniques().forEach(unique -> indexes.add(unique.name().isEmpty() ? unnamed(name, unique.columns())
                : new Index(unique.name(), true, unique.columns())));
        indexes.addAll(indexes(table));
        indexes.sort(Comparator.comparing(Index::name));
        checks.sort(Comparator.comparing(Check::name));
        return new DatabaseTable(name, table.getComment() == null ? "" : table.getComment(),
                notNull(columns, primaryKey), primaryKey, indexes, foreignKeys(table), checks);
    }

    /** Hibernate ORM writes a comment as it is, so a quote in it would end it: the text is known from the mapping. */
    private String withoutQuotesInComments(String sql, Table table) {
        String result = table.getComment() == null ? sql : without(dialect.getTableComment(table.getComment()), sql);
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            if (column.getComment() != null) {
                result = without(dialect.getColumnComment(column.getComment()), result);
            }
        }
        return result;
    }

    private static String without(String comment, String sql) {
        boolean hasQuotes = comment.chars().filter(character -> character == '\'' || character == '\\').count() > 2;
        return hasQuotes ? sql.replace(comment, "") : sql;
    }

    String name(Table table) {
        return names.of(table.getName(), table.isQuoted());
    }

    private String name(org.hibernate.mapping.Column column) {
        return names.of(column.getName(), column.isQuoted());
    }

    private Column column(org.hibernate.mapping.Column mapped, ColumnClauses clauses, String table) {
        String name = name(mapped);
        String defaultValue = clauses.isSerial()
                ? "nextval('" + SqlNames.generated(table, List.of(name), "seq") + "'::regclass)"
                : clauses.defaultValue();
        return new Column(name, clauses.type(), clauses.nullable(), clauses.identity() ? null : defaultValue,
                clauses.generatedAs(), clauses.identity(),
                mapped.getComment() == null ? clauses.comment() : mapped.getComment(), clauses.collation());
    }

    /** The columns of a primary key are never null, whatever is said of them. */
    private static List<Column> notNull(List<Column> columns, List<String> primaryKey) {
        return columns.stream().map(column -> !column.nullable() || !primaryKey.contains(column.name()) ? column
                : new Column(column.name(), column.type(), false, column.defaultValue(), column.generatedAs(),
                        column.identity(), column.comment(), column.collation()))
                .toList();
    }

    /** A unique constraint that the statement does not name: MySQL and PostgreSQL name it in a known way, H2 by a number. */
    private Index unnamed(String table, List<String> columns) {
        String name = switch (kind) {
            case MYSQL, MARIADB -> columns.get(0);
            case POSTGRESQL -> SqlNames.generated(table, columns, "key");
            case H2 -> "";
        };
        return new Index(name, true, columns);
    }

    private List<Index> indexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        table.getIndexes().values().forEach(index -> indexes.add(new Index(names.of(index.getQuotedName(dialect)),
                index.isUnique(), index.getSelectables().stream().map(selectable -> directed(selectable,
                        index.getSelectableOrderMap().get(selectable))).toList())));
        if (kind.isMySqlLike()) {
            table.getUniqueKeys().values().forEach(key -> indexes.add(new Index(names.of(key.getName()), true,
                    key.getColumns().stream().map(column -> directed(column, key.getColumnOrderMap().get(column))).toList())));
        }
        return indexes;
    }

    private String directed(Selectable selectable, String order) {
        String column = selectable instanceof org.hibernate.mapping.Column mapped ? name(mapped)
                : selectable.getText(dialect);
        return order == null || order.equalsIgnoreCase("asc") ? column : column + " " + order.toLowerCase(Locale.ROOT);
    }

    private List<ForeignKey> foreignKeys(Table table) {
        List<ForeignKey> keys = new ArrayList<>();
        for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                keys.add(foreignKey(key));
            }
        }
        keys.sort(Comparator.comparing(ForeignKey::name));
        return keys;
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        String definition = Optional.ofNullable(key.getKeyDefinition()).orElse("") + " "
                + Optional.ofNullable(key.getOptions()).orElse("");
        OnDeleteAction action = key.getOnDeleteAction();
        List<org.hibernate.mapping.Column> referenced = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        return new ForeignKey(names.of(key.getName()), key.getColumns().stream().map(this::name).toList(),
                name(key.getReferencedTable()), referenced.stream().map(this::name).toList(),
                action == null ? action(ON_DELETE, definition) : kind.action(action.toSqlString().toUpperCase(Locale.ROOT)),
                action(ON_UPDATE, definition));
    }

    private String action(Pattern pattern, String definition) {
        Matcher matcher = pattern.matcher(definition);
        return matcher.find() ? kind.action(matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ")) : "NO ACTION";
    }
}
