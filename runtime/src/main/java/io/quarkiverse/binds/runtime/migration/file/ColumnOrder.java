package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableColumn;

/**
 * Puts columns in order of which each tells the one before it. After a merge of two branches two columns may tell the same one:
 * then the order of their names decides; or one that was dropped by the other branch: then the column is at the end.
 */
final class ColumnOrder {

    private static final Comparator<TableColumn> BY_NAME = Comparator.comparing(column -> column.column().name());

    private ColumnOrder() {
    }

    static List<Column> of(List<TableColumn> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.column().name()));
        Map<String, List<TableColumn>> followers = new HashMap<>();
        List<TableColumn> first = new ArrayList<>();
        List<TableColumn> afterNone = new ArrayList<>();
        for (TableColumn column : columns.stream().sorted(BY_NAME).toList()) {
            if (column.before() == null) {
                first.add(column);
            } else if (names.contains(column.before())) {
                followers.computeIfAbsent(column.before(), name -> new ArrayList<>()).add(column);
            } else {
                afterNone.add(column);
            }
        }
        Set<TableColumn> ordered = new LinkedHashSet<>();
        first.forEach(column -> add(column, followers, ordered));
        afterNone.forEach(column -> add(column, followers, ordered));
        // columns that tell each other, which only a merge by hand makes
        columns.stream().sorted(BY_NAME).forEach(column -> add(column, followers, ordered));
        return ordered.stream().map(TableColumn::column).toList();
    }

    /** Adds a column and those that follow it, each once. */
    private static void add(TableColumn start, Map<String, List<TableColumn>> followers, Set<TableColumn> ordered) {
        Deque<TableColumn> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            TableColumn column = next.pop();
            if (ordered.add(column)) {
                List<TableColumn> after = followers.getOrDefault(column.column().name(), List.of());
                for (int i = after.size() - 1; i >= 0; i--) {
                    next.push(after.get(i));
                }
            }
        }
    }
}
