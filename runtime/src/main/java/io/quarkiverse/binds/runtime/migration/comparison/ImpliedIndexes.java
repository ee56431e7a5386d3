package io.quarkiverse.binds.runtime.migration.comparison;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;

/**
 * Indexes that MySQL and MariaDB create for the columns of a foreign key where no other covers them, under the name of the key.
 * They drop it as soon as there is another.
 */
final class ImpliedIndexes {

    private ImpliedIndexes() {
    }

    /**
     * Adds the implied indexes to a table. If the other state has the same foreign key and an index for it that no model had,
     * that index is taken.
     */
    static DatabaseTable completed(DatabaseTable table, DatabaseTable other, Options options) {
        if (!options.kind().isMySqlLike()) {
            return table;
        }
        List<Index> indexes = new ArrayList<>(table.indexes());
        for (ForeignKey key : table.foreignKeys()) {
            if (!isCovered(key.columns(), table, indexes, options)) {
                indexes.add(taken(key, other, indexes, options));
            }
        }
        return new DatabaseTable(table.name(), table.comment(), table.columns(), table.primaryKey(), indexes,
                table.foreignKeys(), table.checks());
    }

    private static Index taken(ForeignKey key, DatabaseTable other, List<Index> indexes, Options options) {
        boolean isInBoth = other.foreignKeys().stream().anyMatch(
                one -> one.name().equalsIgnoreCase(key.name()) && Names.same(one.columns(), key.columns()));
        return other.indexes().stream()
                .filter(index -> isInBoth && !index.unique() && Names.covers(options.kind(), index, key.columns()))
                .filter(index -> !options.knows(other.name(), index.name()))
                .filter(index -> indexes.stream().noneMatch(one -> one.name().equalsIgnoreCase(index.name())))
                .findFirst().orElse(new Index(key.name(), false, key.columns()));
    }

    private static boolean isCovered(List<String> columns, DatabaseTable table, List<Index> indexes, Options options) {
        return Names.startsWith(table.primaryKey(), columns)
                || indexes.stream().anyMatch(index -> Names.covers(options.kind(), index, columns));
    }

    /** Whether an index is the one that the server makes for a foreign key of the table. */
    static boolean isImplied(DatabaseTable table, Index index, Options options) {
        return keyOf(table, index, options) != null;
    }

    /** The foreign key for which the server has made an index; null if it is an ordinary index. */
    static ForeignKey keyOf(DatabaseTable table, Index index, Options options) {
        if (!options.kind().isMySqlLike() || index.unique() || options.knows(table.name(), index.name())) {
            return null;
        }
        return table.foreignKeys().stream()
                .filter(key -> key.name().equalsIgnoreCase(index.name()) && Names.same(key.columns(), index.columns()))
                .findFirst().orElse(null);
    }
}
