package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.Kind;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.PrimaryKey;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.SequenceFact;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.Table;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableCheck;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableColumn;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableComment;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableForeignKey;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TableIndex;
import io.quarkiverse.binds.runtime.migration.file.SnapshotLine.TypeFact;

/** Reads the text of a {@link Snapshot}. Used by one thread, for one text. */
final class SnapshotReader {

    /** What the lines say about one table. */
    private static final class Parts {

        private String comment = "";
        private List<String> primaryKey = List.of();
        private final List<TableColumn> columns = new ArrayList<>();
        private final List<Index> indexes = new ArrayList<>();
        private final List<ForeignKey> foreignKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();

        DatabaseTable table(String name) {
            indexes.sort(Comparator.comparing(Index::name));
            foreignKeys.sort(Comparator.comparing(ForeignKey::name));
            checks.sort(Comparator.comparing(Check::name).thenComparing(Check::condition));
            return new DatabaseTable(name, comment, ColumnOrder.of(columns), primaryKey, indexes, foreignKeys, checks);
        }
    }

    private final Map<String, Integer> lineOfKey = new LinkedHashMap<>();
    private final Map<String, Parts> tables = new TreeMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<EnumType> types = new ArrayList<>();
    private CatalogKind kind;

    private SnapshotReader() {
    }

    /** @throws IllegalArgumentException if the text is no snapshot; the message names the line and the cause */
    static Snapshot read(String text) {
        SnapshotReader reader = new SnapshotReader();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                refuseConflict(lines[i]);
                int number = i + 1;
                SnapshotLine.parse(lines[i]).ifPresent(line -> reader.add(line, number));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return reader.snapshot();
    }

    private static void refuseConflict(String line) {
        if (ConflictMarker.of(line) != null) {
            throw new IllegalArgumentException("a conflict of git: mend it by db merge, or resolve it by hand");
        }
    }

    private void add(SnapshotLine line, int number) {
        Integer first = lineOfKey.putIfAbsent(line.key(), number);
        if (first != null) {
            throw new IllegalArgumentException(line.display() + " is in line " + first + " too: keep one of them");
        }
        if (line.fact() instanceof Kind read) {
            kind = read.kind();
        } else if (line.fact() instanceof SequenceFact sequence) {
            sequences.add(sequence.sequence());
        } else if (line.fact() instanceof TypeFact type) {
            types.add(type.type());
        } else if (line.fact() instanceof Table table) {
            tables.put(table.table(), new Parts());
        } else {
            addPart(line);
        }
    }

    private void addPart(SnapshotLine line) {
        if (line.fact() instanceof TableComment comment) {
            parts(line, comment.table()).comment = comment.comment();
        } else if (line.fact() instanceof PrimaryKey key) {
            parts(line, key.table()).primaryKey = key.columns();
        } else if (line.fact() instanceof TableColumn column) {
            parts(line, column.table()).columns.add(column);
        } else if (line.fact() instanceof TableIndex index) {
            parts(line, index.table()).indexes.add(index.index());
        } else if (line.fact() instanceof TableForeignKey key) {
            parts(line, key.table()).foreignKeys.add(key.foreignKey());
        } else if (line.fact() instanceof TableCheck check) {
            parts(line, check.table()).checks.add(check.check());
        }
    }

    /** The line of a table is before its others, also if they are sorted by another program. */
    private Parts parts(SnapshotLine line, String table) {
        Parts parts = tables.get(table);
        if (parts == null) {
            throw new IllegalArgumentException(line.display() + ", but there is no line for the table before it: add the line"
                    + " table " + SnapshotWriter.quote(table) + ", or remove this one");
        }
        return parts;
    }

    private Snapshot snapshot() {
        if (!lineOfKey.containsKey("format")) {
            throw new IllegalArgumentException("There is no line 'format " + SnapshotLine.FORMAT + "': this is no snapshot");
        }
        if (kind == null) {
            throw new IllegalArgumentException("There is no line for the kind of database, such as 'kind mysql'");
        }
        List<DatabaseTable> read = new ArrayList<>();
        tables.forEach((name, parts) -> read.add(parts.table(name)));
        sequences.sort(Comparator.comparing(Sequence::name));
        types.sort(Comparator.comparing(EnumType::name));
        return new Snapshot(kind, new SchemaState(read, sequences, types));
    }
}
