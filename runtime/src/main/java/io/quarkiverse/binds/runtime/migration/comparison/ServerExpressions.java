package io.quarkiverse.binds.runtime.migration.comparison;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.ExpressionText;
import io.quarkiverse.binds.runtime.catalog.SqlToken;

/**
 * Compares expressions by their texts and, if these differ, by what the server makes of both: it stores them with a temporary
 * table, which is dropped at once; it is asked once about the same expressions on columns of the same types. The connection is
 * outside of any transaction. Used by one thread.
 */
public final class ServerExpressions implements Expressions {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    private static final String TABLE = "binds_expressions";
    private static final String MODEL = "binds_model";
    private static final String CATALOG = "binds_catalog";

    private final Connection connection;
    private final CatalogKind kind;
    /** By the statement that asks. */
    private final Map<String, Optional<Rewritten>> answers = new HashMap<>();

    public ServerExpressions(Connection connection, CatalogKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    /** By the texts alone, without a server. */
    public static Expressions textual(CatalogKind kind) {
        return (table, model, catalog) -> ExpressionText.same(model, catalog, kind);
    }

    /** What the server made of two expressions. */
    private record Rewritten(String model, String catalog) {
    }

    /** An expression that the server does not accept, or may not be asked about, is as its text says. */
    @Override
    public boolean same(DatabaseTable table, String modelExpression, String catalogExpression) {
        if (ExpressionText.same(modelExpression, catalogExpression, kind)) {
            return true;
        }
        if (modelExpression == null || catalogExpression == null) {
            return false;
        }
        return rewritten(table, modelExpression, catalogExpression)
                .filter(rewritten -> ExpressionText.same(rewritten.model(), rewritten.catalog(), kind)
                        || ExpressionText.same(rewritten.model(), ofCatalog(catalogExpression), kind))
                .isPresent();
    }

    /** PostgreSQL has no place for an expression of any type but the condition of a check. */
    private String ofCatalog(String expression) {
        return kind == CatalogKind.POSTGRESQL ? "(" + expression + ") IS NOT NULL" : expression;
    }

    private Optional<Rewritten> rewritten(DatabaseTable table, String model, String catalog) {
        Set<String> words = SqlToken.split(model + " " + catalog, kind).stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<Column> used = table.columns().stream().filter(column -> words.contains(column.name().toLowerCase(Locale.ROOT)))
                .toList();
        String columns = used.stream().map(column -> quoted(column.name()) + " " + column.type() + ", ")
                .collect(Collectors.joining());
        return answers.computeIfAbsent(create(columns, model, catalog, !used.isEmpty()), create -> ask(create, model, catalog));
    }

    private Optional<Rewritten> ask(String create, String model, String catalog) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(create);
            try {
                return Optional.of(read(statement));
            } finally {
                statement.execute((kind.isMySqlLike() ? "drop temporary table " : "drop table ") + TABLE);
            }
        } catch (SQLException e) {
            LOG.debugf(e, "The database was not asked whether [%s] is [%s]", model, catalog);
            return Optional.empty();
        }
    }

    /** The case of H2's names without quotes depends on its database; a name with letters of both cases has quotes. */
    private String quoted(String name) {
        boolean hasQuotes = kind == CatalogKind.POSTGRESQL || !name.matches("[^a-z]*|[^A-Z]*");
        return kind.isMySqlLike() ? "`" + name + "`" : hasQuotes ? "\"" + name + "\"" : name;
    }

    private String create(String columns, String model, String catalog, boolean usesColumns) {
        return switch (kind) {
            case MYSQL, MARIADB -> "create temporary table " + TABLE + " (" + columns + MODEL + " longtext default (" + model
                    + "), " + CATALOG + " longtext default (" + catalog + "))";
            case POSTGRESQL -> "create temporary table " + TABLE + " (" + columns + "constraint " + MODEL + " check (("
                    + model + ") is not null), constraint " + CATALOG + " check ((" + catalog + ") is not null))";
            case H2 -> {
                String clause = usesColumns ? " varchar generated always as (" : " varchar default (";
                yield "create local temporary table " + TABLE + " (" + columns + MODEL + clause + model + "), " + CATALOG
                        + clause + catalog + "))";
            }
        };
    }

    private Rewritten read(Statement statement) throws SQLException {
        String query = switch (kind) {
            case MYSQL, MARIADB -> "show create table " + TABLE;
            case POSTGRESQL -> "select m.text, c.text from (" + ofConstraint(MODEL) + ") m, (" + ofConstraint(CATALOG) + ") c";
            case H2 -> "select m.text, c.text from (" + ofColumn(MODEL) + ") m, (" + ofColumn(CATALOG) + ") c";
        };
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return kind.isMySqlLike() ? ofStatement(row.getString(2)) : new Rewritten(row.getString(1), row.getString(2));
        }
    }

    private static String ofConstraint(String name) {
        return "select pg_get_expr(conbin, conrelid) as text from pg_constraint where conrelid = 'pg_temp." + TABLE
                + "'::regclass and conname = '" + name + "'";
    }

    private static String ofColumn(String name) {
        return "select coalesce(generation_expression, column_default) as text from information_schema.columns"
                + " where table_name in ('" + TABLE.toUpperCase(Locale.ROOT) + "', '" + TABLE + "') and lower(column_name) = '"
                + name + "'";
    }

    private Rewritten ofStatement(String create) {
        return new Rewritten(defaultOf(MODEL, create), defaultOf(CATALOG, create));
    }

    /** The default of a column, up to the comma or the parenthesis that ends the column. */
    private String defaultOf(String column, String create) {
        List<SqlToken> tokens = SqlToken.split(create, kind);
        int start = 0;
        while (!(tokens.get(start).kind() == SqlToken.Kind.NAME && tokens.get(start).text().equals(column))) {
            start++;
        }
        while (!tokens.get(start).is("default")) {
            start++;
        }
        int end = start + 1;
        int depth = 0;
        while (depth > 0 || !(tokens.get(end).is(",") || tokens.get(end).is(")"))) {
            depth += tokens.get(end).is("(") ? 1 : tokens.get(end).is(")") ? -1 : 0;
            end++;
        }
        return create.substring(tokens.get(start).end(), tokens.get(end - 1).end());
    }
}
