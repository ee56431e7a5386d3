package io.quarkiverse.binds.runtime.migration.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

/** Writes names as a kind of database needs them. */
record Identifiers(CatalogKind kind) {

    /** Words that H2 2.x does not take as names without quotes. */
    private static final Set<String> KEYWORDS_OF_H2 = Set.of(("ALL AND ANY ARRAY AS ASYMMETRIC AUTHORIZATION BETWEEN BOTH CASE "
            + "CAST CHECK CONSTRAINT CROSS CURRENT_CATALOG CURRENT_DATE CURRENT_PATH CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME "
            + "CURRENT_TIMESTAMP CURRENT_USER DAY DEFAULT DISTINCT ELSE END EXCEPT EXISTS FALSE FETCH FOR FOREIGN FROM FULL "
            + "GROUP GROUPS HAVING HOUR IF ILIKE IN INNER INTERSECT INTERVAL IS JOIN KEY LEADING LEFT LIKE LIMIT LOCALTIME "
            + "LOCALTIMESTAMP MINUS MINUTE MONTH NATURAL NOT NULL OFFSET ON OR ORDER OVER PARTITION PRIMARY QUALIFY RANGE "
            + "REGEXP RIGHT ROW ROWNUM ROWS SECOND SELECT SESSION_USER SET SOME SYMMETRIC SYSTEM_USER TABLE TO TOP TRAILING "
            + "TRUE UESCAPE UNION UNIQUE UNKNOWN USER USING VALUE VALUES WHEN WHERE WINDOW WITH YEAR _ROWID_").split(" "));

    /** In upper case even where other names are in lower case. */
    private static final String GENERATED_BY_H2 = "CONSTRAINT_[0-9A-F]+";

    private static final Pattern PART_OF_INDEX = Pattern
            .compile("(.*?)(\\s+(?:asc|desc))?(\\s+nulls\\s+(?:first|last))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** MySQL indexes the first characters of a long text. */
    private static final Pattern PREFIX_OF_COLUMN = Pattern.compile("([^(]+)(\\(\\d+\\).*)");

    String quoted(String name) {
        return switch (kind) {
            case MYSQL, MARIADB -> '`' + name.replace("`", "``") + '`';
            case POSTGRESQL -> '"' + name.replace("\"", "\"\"") + '"';
            // the case of H2's names without quotes depends on its database
            case H2 -> name.matches("[a-z_][a-z0-9_]*|[A-Z_][A-Z0-9_]*") && !name.matches(GENERATED_BY_H2)
                    && !KEYWORDS_OF_H2.contains(name.toUpperCase(Locale.ROOT)) ? name
                            : '"' + name.replace("\"", "\"\"") + '"';
        };
    }

    String list(List<String> names) {
        return names.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    /** Columns of an index: names, or names with a direction, or expressions. */
    String parts(List<String> parts) {
        return parts.stream().map(this::part).collect(Collectors.joining(", "));
    }

    private String part(String part) {
        Matcher prefix = PREFIX_OF_COLUMN.matcher(part);
        if (kind.isMySqlLike() && prefix.matches()) {
            return quoted(prefix.group(1)) + prefix.group(2);
        }
        if (part.contains("(")) {
            return part;
        }
        Matcher matcher = PART_OF_INDEX.matcher(part);
        matcher.matches();
        String name = matcher.group(1).replaceAll("^\"(.*)\"$", "$1");
        return quoted(name) + lower(matcher.group(2)) + lower(matcher.group(3));
    }

    static boolean isPlain(List<String> parts) {
        return parts.stream().noneMatch(part -> part.contains("(") || part.toLowerCase(Locale.ROOT).matches(
                "(?s).*\\s(asc|desc|first|last)"));
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** A literal of a text. */
    String literal(String text) {
        String escaped = text.replace("'", "''");
        return "'" + (kind.isMySqlLike() ? escaped.replace("\\", "\\\\") : escaped) + "'";
    }
}
