package io.quarkiverse.binds.runtime.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SqlToken;
import io.quarkiverse.binds.runtime.catalog.SqlToken.Kind;

/**
 * Writes a type of a column as the catalog of a kind of database does: {@code integer} is {@code int} on MySQL,
 * {@code varchar(50)} is {@code character varying(50)} on PostgreSQL.
 */
final class TypeWords {

    private static final Map<String, String> MYSQL = Map.ofEntries(Map.entry("integer", "int"), Map.entry("int4", "int"),
            Map.entry("int8", "bigint"), Map.entry("int2", "smallint"), Map.entry("int1", "tinyint"),
            Map.entry("middleint", "mediumint"), Map.entry("numeric", "decimal"), Map.entry("dec", "decimal"),
            Map.entry("fixed", "decimal"), Map.entry("double precision", "double"), Map.entry("real", "double"),
            Map.entry("float8", "double"), Map.entry("float4", "float"), Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"), Map.entry("nvarchar", "varchar"), Map.entry("national varchar", "varchar"),
            Map.entry("character", "char"), Map.entry("nchar", "char"), Map.entry("long", "mediumtext"));

    private static final Map<String, String> POSTGRESQL = Map.ofEntries(Map.entry("int", "integer"),
            Map.entry("int4", "integer"), Map.entry("serial", "integer"), Map.entry("serial4", "integer"),
            Map.entry("int8", "bigint"), Map.entry("bigserial", "bigint"), Map.entry("serial8", "bigint"),
            Map.entry("int2", "smallint"), Map.entry("smallserial", "smallint"), Map.entry("bool", "boolean"),
            Map.entry("float4", "real"), Map.entry("float8", "double precision"), Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"), Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"), Map.entry("char", "character"), Map.entry("nchar", "character"),
            Map.entry("bpchar", "character"), Map.entry("varbit", "bit varying"), Map.entry("timestamptz", "timestamp"),
            Map.entry("timetz", "time"));

    private static final Map<String, String> H2 = Map.ofEntries(Map.entry("int", "integer"), Map.entry("int4", "integer"),
            Map.entry("mediumint", "integer"), Map.entry("int8", "bigint"), Map.entry("int2", "smallint"),
            Map.entry("bit", "boolean"), Map.entry("bool", "boolean"), Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"), Map.entry("nvarchar", "character varying"),
            Map.entry("varchar2", "character varying"), Map.entry("text", "character varying"),
            Map.entry("char", "character"), Map.entry("nchar", "character"), Map.entry("clob", "character large object"),
            Map.entry("nclob", "character large object"), Map.entry("tinytext", "character large object"),
            Map.entry("mediumtext", "character large object"), Map.entry("longtext", "character large object"),
            Map.entry("blob", "binary large object"), Map.entry("longblob", "binary large object"),
            Map.entry("varbinary", "binary varying"), Map.entry("bytea", "binary varying"),
            Map.entry("double", "double precision"), Map.entry("float8", "double precision"), Map.entry("float4", "real"),
            Map.entry("dec", "decimal"), Map.entry("number", "numeric"));

    private static final int LAST_DIGIT_OF_FLOAT = 24;

    private final CatalogKind kind;
    private final List<String> words = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> suffix = new ArrayList<>();

    private TypeWords(CatalogKind kind) {
        this.kind = kind;
    }

    static String of(List<SqlToken> type, CatalogKind kind) {
        TypeWords words = new TypeWords(kind);
        words.split(type);
        String base = String.join(" ", words.words);
        return switch (kind) {
            case MYSQL, MARIADB -> words.mySql(MYSQL.getOrDefault(base, base));
            case POSTGRESQL -> words.postgreSql(POSTGRESQL.getOrDefault(base, base), base);
            case H2 -> words.h2(H2.getOrDefault(base, base));
        };
    }

    /** Splits into the words, the arguments in parentheses and the words behind them, such as {@code unsigned}. */
    private void split(List<SqlToken> type) {
        int depth = 0;
        boolean hasArguments = false;
        for (SqlToken token : type) {
            if (token.is("(")) {
                depth++;
                hasArguments = true;
            } else if (token.is(")")) {
                depth--;
            } else if (depth > 0) {
                if (!token.is(",")) {
                    arguments.add(token.kind() == Kind.STRING ? "'" + token.text().replace("'", "''") + "'" : token.text());
                }
            } else {
                String word = token.kind() == Kind.NAME ? "\"" + token.text() + "\"" : token.text().toLowerCase(Locale.ROOT);
                (hasArguments || isSuffix(word) ? suffix : words).add(word);
            }
        }
    }

    private boolean isSuffix(String word) {
        return !suffix.isEmpty() || switch (word) {
            case "unsigned", "zerofill", "with", "without", "array", "[" -> true;
            default -> false;
        };
    }

    private String mySql(String base) {
        String type = switch (base) {
            case "bool", "boolean" -> "tinyint(1)";
            case "bit", "char", "binary" -> base + list(",", "1");
            case "decimal" -> base + (arguments.size() < 2 ? "(" + argument("10") + ",0)" : list(",", ""));
            case "float" -> isDouble() ? "double" : "float";
            case "int", "bigint", "smallint", "mediumint", "year" -> base;
            case "tinyint" -> arguments.equals(List.of("1")) ? "tinyint(1)" : base;
            case "datetime", "timestamp", "time" -> argument("0").equals("0") ? base : base + list(",", "");
            case "json" -> kind == CatalogKind.MARIADB ? "longtext" : base;
            default -> base + list(",", "");
        };
        return suffix.isEmpty() ? type : type + " " + String.join(" ", suffix);
    }

    private String postgreSql(String base, String written) {
        boolean isArray = suffix.contains("array") || suffix.contains("[");
        boolean hasZone = written.endsWith("tz") || suffix.contains("with");
        String type = switch (base) {
            case "character", "bit" -> base + (written.equals("bpchar") ? "" : list(",", "1"));
            case "numeric" -> base + (arguments.size() == 1 ? "(" + arguments.get(0) + ",0)" : list(",", ""));
            case "float" -> arguments.isEmpty() || isDouble() ? "double precision" : "real";
            case "timestamp", "time" -> base + list(",", "") + (hasZone ? " with time zone" : " without time zone");
            default -> base + list(",", "");
        };
        return isArray ? type + "[]" : type;
    }

    private String h2(String base) {
        String type = base + list(", ", "");
        return suffix.isEmpty() ? type : type + " " + String.join(" ", suffix).replace(" [ ", "[").replace(" ]", "]");
    }

    private boolean isDouble() {
        return !arguments.isEmpty() && Integer.parseInt(arguments.get(0)) > LAST_DIGIT_OF_FLOAT;
    }

    private String argument(String otherwise) {
        return arguments.isEmpty() ? otherwise : arguments.get(0);
    }

    private String list(String separator, String otherwise) {
        if (arguments.isEmpty()) {
            return otherwise.isEmpty() ? "" : "(" + otherwise + ")";
        }
        return "(" + String.join(separator, arguments) + ")";
    }
}
