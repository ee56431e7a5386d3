package io.quarkiverse.binds.runtime.model;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

/** Names as the catalog of a kind of database has them, and those that PostgreSQL gives to constraints without one. */
final class SqlNames {

    /** Longest name of PostgreSQL, in bytes; it cuts longer ones off. */
    private static final int LONGEST = 63;

    private final CatalogKind kind;

    SqlNames(CatalogKind kind) {
        this.kind = kind;
    }

    /** @param name in the quotes of Hibernate ORM or of the database, or without */
    String of(String name) {
        boolean isQuoted = name.length() > 2 && "`\"".indexOf(name.charAt(0)) >= 0;
        return isQuoted ? of(name.substring(1, name.length() - 1), true) : of(name, false);
    }

    /**
     * PostgreSQL writes what is not quoted in lower case. H2 may write it in upper case as well; a name with letters of both
     * cases is a quoted one here too.
     */
    String of(String name, boolean isQuoted) {
        if (kind.isMySqlLike()) {
            return name;
        }
        String written = isQuoted ? name : name.toLowerCase(Locale.ROOT);
        return kind == CatalogKind.POSTGRESQL ? cut(written, LONGEST) : written;
    }

    /** The name that PostgreSQL gives to a unique constraint, or to the sequence of a serial column with {@code seq}. */
    static String generated(String table, Collection<String> columns, String label) {
        String second = String.join("_", columns);
        String first = table;
        int room = LONGEST - label.length() - 2;
        while (bytes(first) + bytes(second) > room) {
            if (bytes(first) > bytes(second)) {
                first = cut(first, bytes(first) - 1);
            } else {
                second = cut(second, bytes(second) - 1);
            }
        }
        return String.join("_", List.of(first, second, label));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int bytes) {
        String cut = text;
        while (bytes(cut) > bytes) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }
}
