package io.quarkiverse.binds.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SqlToken;

/**
 * Type and clauses of a column in a {@code create table} statement of Hibernate ORM, which include the clauses of a
 * {@code columnDefinition}. Used by one thread, for one column.
 */
final class ColumnClauses {

    private static final Set<String> CLAUSES = Set.of("default", "not", "null", "generated", "as", "identity",
            "auto_increment", "check", "unique", "primary", "comment", "collate", "charset", "constraint", "references",
            "on", "stored", "virtual", "persistent", "invisible", "key");

    private static final Map<String, String> DEFAULT_COLLATIONS = Map.of("latin1", "latin1_swedish_ci", "ascii",
            "ascii_general_ci", "utf8", "utf8mb3_general_ci", "utf8mb3", "utf8mb3_general_ci", "binary", "binary");

    private final String sql;
    private final List<SqlToken> tokens;
    private final CatalogKind kind;
    private int at;

    private String type;
    private boolean nullable = true;
    private String defaultValue;
    private String generatedAs;
    private boolean identity;
    private String comment = "";
    private String collation;
    private boolean unique;
    private boolean primaryKey;
    private boolean isJsonOfMariaDb;
    private boolean isSerial;
    private final List<Check> checks = new ArrayList<>();

    /**
     * @param sql the whole statement
     * @param tokens those of the column, without its name
     */
    ColumnClauses(String sql, List<SqlToken> tokens, CatalogKind kind) {
        this.sql = sql;
        this.tokens = tokens;
        this.kind = kind;
        at = endOf(0);
        List<SqlToken> words = tokens.subList(0, at);
        type = TypeWords.of(words, kind);
        impliedByType(words.isEmpty() ? "" : words.get(0).text().toLowerCase(Locale.ROOT));
        while (at < tokens.size()) {
            clause();
        }
    }

    /** JSON is text with a check on MariaDB; a serial column of PostgreSQL is told by the table, which knows its name. */
    private void impliedByType(String word) {
        if (kind == CatalogKind.MARIADB && word.equals("json")) {
            isJsonOfMariaDb = true;
            collation = "utf8mb4_bin";
        }
        if (kind == CatalogKind.POSTGRESQL && word.contains("serial")) {
            isSerial = true;
            nullable = false;
        }
    }

    private boolean isClause(int index) {
        SqlToken token = tokens.get(index);
        if (token.is("character")) {
            return index + 1 < tokens.size() && tokens.get(index + 1).is("set");
        }
        return token.kind() == SqlToken.Kind.WORD && CLAUSES.contains(token.text().toLowerCase(Locale.ROOT));
    }

    /** Index behind the tokens up to the next clause outside of parentheses. */
    private int endOf(int start) {
        int depth = 0;
        int index = start;
        while (index < tokens.size() && (depth > 0 || !isClause(index))) {
            depth += tokens.get(index).is("(") ? 1 : tokens.get(index).is(")") ? -1 : 0;
            index++;
        }
        return index;
    }

    private SqlToken next() {
        return tokens.get(at++);
    }

    private boolean take(String word) {
        boolean is = at < tokens.size() && tokens.get(at).is(word);
        at += is ? 1 : 0;
        return is;
    }

    private void clause() {
        String name = "";
        if (take("constraint")) {
            name = next().text();
        }
        if (at == tokens.size()) {
            return;
        }
        switch (next().text().toLowerCase(Locale.ROOT)) {
            case "not" -> nullable = !take("null");
            case "default" -> defaultValue = untilNextClause();
            case "generated" -> generated();
            case "as" -> generatedAs = expression();
            case "identity", "auto_increment" -> identity = true;
            case "check" -> checks.add(new Check(name, inParentheses()));
            case "unique" -> unique = true;
            case "primary" -> primaryKey = true;
            case "comment" -> comment = next().text();
            case "collate" -> collation = next().text();
            case "charset" -> collation = DEFAULT_COLLATIONS.get(next().text().toLowerCase(Locale.ROOT));
            case "character" -> {
                at++;
                collation = DEFAULT_COLLATIONS.get(next().text().toLowerCase(Locale.ROOT));
            }
            case "on" -> onUpdate();
            case "references" -> at = tokens.size();
            default -> at = Math.max(at, endOf(at));
        }
    }

    private void generated() {
        if (take("by")) {
            take("default");
            take("on");
            take("null");
        } else {
            take("always");
        }
        take("as");
        if (take("identity")) {
            identity = true;
            at = endOf(at);
        } else {
            generatedAs = expression();
        }
    }

    /** MySQL and MariaDB do not store the values unless they are told to. */
    private String expression() {
        String expression = inParentheses();
        boolean isStored = take("stored") || take("persistent");
        return isStored || !kind.isMySqlLike() ? expression : expression + " virtual";
    }

    private void onUpdate() {
        if (take("update")) {
            defaultValue = (defaultValue == null ? "NULL" : defaultValue) + " on update " + untilNextClause();
        }
    }

    /** The default {@code null} is none, and its word is that of a clause as well. */
    private String untilNextClause() {
        int start = at;
        boolean isNull = tokens.get(start).is("null");
        at = isNull ? start + 1 : Math.max(start + 1, endOf(start));
        return isNull ? null : sql.substring(tokens.get(start).start(), tokens.get(at - 1).end());
    }

    private String inParentheses() {
        int start = at;
        int depth = 0;
        do {
            SqlToken token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (depth > 0 && at < tokens.size());
        return sql.substring(tokens.get(start).end(), tokens.get(at - 1).start());
    }

    String type() {
        return type;
    }

    boolean nullable() {
        return nullable && !identity && !primaryKey;
    }

    String defaultValue() {
        return defaultValue;
    }

    String generatedAs() {
        return generatedAs;
    }

    boolean identity() {
        return identity;
    }

    String comment() {
        return comment;
    }

    String collation() {
        return collation;
    }

    boolean unique() {
        return unique;
    }

    boolean primaryKey() {
        return primaryKey;
    }

    boolean isJsonOfMariaDb() {
        return isJsonOfMariaDb;
    }

    boolean isSerial() {
        return isSerial;
    }

    List<Check> checks() {
        return checks;
    }
}
