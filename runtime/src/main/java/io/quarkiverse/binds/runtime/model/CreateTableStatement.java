package io.quarkiverse.binds.runtime.model;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SqlToken;

/**
 * The parts of a {@code create table} statement of Hibernate ORM. Used by one thread, for one statement.
 */
final class CreateTableStatement {

    /**
     * A unique constraint.
     *
     * @param name empty if the database names it
     */
    record Unique(String name, List<String> columns) {
    }

    private final String sql;
    private final SqlNames names;
    private final List<ColumnClauses> columns = new ArrayList<>();
    private final List<String> primaryKey = new ArrayList<>();
    private final List<Unique> uniques = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    /** @param numberOfColumns the columns come first */
    CreateTableStatement(String sql, int numberOfColumns, CatalogKind kind) {
        this.sql = sql;
        this.names = new SqlNames(kind);
        List<List<SqlToken>> elements = elements(SqlToken.split(sql, kind));
        for (List<SqlToken> column : elements.subList(0, numberOfColumns)) {
            columns.add(new ColumnClauses(sql, column.subList(1, column.size()), kind));
        }
        elements.subList(numberOfColumns, elements.size()).forEach(this::constraint);
    }

    /** Splits what is in the outer parentheses at its commas. */
    private static List<List<SqlToken>> elements(List<SqlToken> tokens) {
        List<List<SqlToken>> elements = new ArrayList<>();
        List<SqlToken> element = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : tokens) {
            depth -= token.is(")") ? 1 : 0;
            if (depth == 0 && token.is(")")) {
                break;
            }
            if (depth == 1 && token.is(",")) {
                elements.add(element);
                element = new ArrayList<>();
            } else if (depth > 0) {
                element.add(token);
            }
            depth += token.is("(") ? 1 : 0;
        }
        elements.add(element);
        return elements;
    }

    private void constraint(List<SqlToken> element) {
        boolean isNamed = element.get(0).is("constraint");
        String name = isNamed ? name(element.get(1)) : "";
        List<SqlToken> rest = element.subList(isNamed ? 2 : 0, element.size());
        if (rest.get(0).is("primary")) {
            primaryKey.addAll(columns(rest));
        } else if (rest.get(0).is("unique")) {
            uniques.add(new Unique(name, columns(rest)));
        } else if (rest.get(0).is("check")) {
            checks.add(new Check(name, inParentheses(rest)));
        }
    }

    private String name(SqlToken token) {
        return names.of(token.text(), token.kind() != SqlToken.Kind.WORD);
    }

    private List<String> columns(List<SqlToken> tokens) {
        List<String> found = new ArrayList<>();
        boolean isName = false;
        for (SqlToken token : tokens) {
            if (isName) {
                found.add(name(token));
            }
            isName = token.is("(") || token.is(",");
        }
        return found;
    }

    private String inParentheses(List<SqlToken> tokens) {
        int depth = 0;
        int start = -1;
        for (SqlToken token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (start < 0 && token.is("(")) {
                start = token.end();
            } else if (start >= 0 && depth == 0) {
                return sql.substring(start, token.start());
            }
        }
        throw new IllegalStateException("No condition is found in the statement of Hibernate ORM: " + sql);
    }

    List<ColumnClauses> columns() {
        return columns;
    }

    List<String> primaryKey() {
        return primaryKey;
    }

    List<Unique> uniques() {
        return uniques;
    }

    List<Check> checks() {
        return checks;
    }
}
