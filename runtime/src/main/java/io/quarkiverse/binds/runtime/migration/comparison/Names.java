package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;

/** Names of a database, which compare without regard to case, and those that a server gives to what has none. */
final class Names {

    private Names() {
    }

    static Column column(DatabaseTable table, String name) {
        return table.columns().stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst().orElse(null);
    }

    static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    static boolean same(List<String> names, List<String> others) {
        return names.size() == others.size() && startsWith(names, others);
    }

    /** Whether the first of the names are the others, in their order. */
    static boolean startsWith(List<String> names, List<String> others) {
        if (names.size() < others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!words(names.get(i)).equals(words(others.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a server takes an index for the columns of a foreign key; MySQL does not take a descending one. */
    static boolean covers(CatalogKind kind, Index index, List<String> columns) {
        List<String> parts = kind == CatalogKind.MYSQL ? index.columns()
                : index.columns().stream().map(part -> part.replaceAll("(?i)\\s(asc|desc)\\b.*", "")).toList();
        return startsWith(parts, columns);
    }

    /** A name, or an expression of an index. */
    private static String words(String name) {
        return SqlWords.normalized(name);
    }

    /** Whether a server may have named a unique index: MySQL by its first column, PostgreSQL by table and columns. */
    static boolean isServers(CatalogKind kind, String table, Index index) {
        String name = index.name().toLowerCase(Locale.ROOT);
        String first = index.columns().get(0).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case MYSQL, MARIADB -> name.equals(first)
                    || name.startsWith(first + "_") && name.substring(first.length() + 1).matches("\\d+");
            case POSTGRESQL -> name.startsWith(table.toLowerCase(Locale.ROOT) + "_") && name.matches(".*_key\\d*");
            case H2 -> name.startsWith("constraint_");
        };
    }

    static String ofUniqueIndex(CatalogKind kind, String table, Index index) {
        return kind.isMySqlLike() ? index.columns().get(0)
                : shortened(table + "_" + String.join("_", index.columns()) + "_key");
    }

    /** Whether a server may have named a foreign key. */
    static boolean isServersForeignKey(CatalogKind kind, String table, String name) {
        String prefix = table.toLowerCase(Locale.ROOT) + "_";
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case MYSQL, MARIADB -> lower.startsWith(prefix + "ibfk_");
            case POSTGRESQL -> lower.startsWith(prefix) && lower.matches(".*_fkey\\d*");
            case H2 -> lower.startsWith("constraint_");
        };
    }

    /**
     * Whether a server, or a script in its place, may have named a check: a script names it as {@link #ofCheck} says also where
     * the server itself gives numbers.
     */
    static boolean isServersCheck(CatalogKind kind, String table, Check check) {
        String prefix = table.toLowerCase(Locale.ROOT) + "_";
        String lower = check.name().toLowerCase(Locale.ROOT);
        boolean isScripts = lower.startsWith(prefix) && lower.matches(".*_check\\d*");
        return switch (kind) {
            case MYSQL -> lower.startsWith(prefix) && lower.matches(".*_chk_\\d+");
            // that of a column's definition has the name of the column
            case MARIADB -> isScripts || lower.matches("constraint_\\d+") || SqlWords.mentions(check.condition(), lower);
            case POSTGRESQL -> isScripts;
            case H2 -> isScripts || lower.startsWith("constraint_");
        };
    }

    /**
     * Names a check as the server would, where that is known.
     *
     * @param number of the check among those of its table without a name
     */
    static String ofCheck(CatalogKind kind, DatabaseTable table, String condition, int number) {
        if (kind == CatalogKind.MYSQL) {
            return table.name() + "_chk_" + number;
        }
        List<String> columns = table.columns().stream().map(Column::name)
                .filter(column -> SqlWords.mentions(condition, column)).collect(Collectors.toList());
        return shortened(table.name() + (columns.size() == 1 ? "_" + columns.get(0) : "") + "_check");
    }

    private static String shortened(String name) {
        return name.length() <= 63 ? name : name.substring(0, 54) + "_" + Integer.toHexString(name.hashCode());
    }
}
