package io.quarkiverse.binds.runtime.migration.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;

/** Writes the text of a {@link Snapshot}. */
final class SnapshotWriter {

    static final String COMMENT = "# Schema after the newest script in this directory, written by db migrate. Commit it. Conflicts of"
            + " git: db merge.";

    private SnapshotWriter() {
    }

    /** The same schema has the same text. */
    static String write(Snapshot snapshot) {
        List<String> facts = new ArrayList<>();
        snapshot.schema().tables().forEach(table -> table(table, facts));
        snapshot.schema().sequences().forEach(sequence -> facts.add("sequence " + quote(sequence.name()) + " start "
                + sequence.start() + " increment " + sequence.increment()));
        snapshot.schema().types()
                .forEach(type -> facts.add("type " + quote(type.name()) + " values " + list(type.values())));
        Set<String> starts = snapshot.schema().tables().stream().map(SnapshotWriter::start).collect(Collectors.toSet());
        StringBuilder text = new StringBuilder(COMMENT).append("\nformat ").append(SnapshotLine.FORMAT).append("\nkind ")
                .append(snapshot.kind().name().toLowerCase(Locale.ROOT)).append('\n');
        // two checks without a name and with one condition are one fact
        facts.stream().sorted().distinct()
                .forEach(fact -> text.append(starts.contains(fact) ? "\n" : "").append(fact).append('\n'));
        return text.toString();
    }

    private static String start(DatabaseTable table) {
        return "table " + quote(table.name());
    }

    private static void table(DatabaseTable table, List<String> facts) {
        String name = start(table);
        facts.add(name);
        if (!table.comment().isEmpty()) {
            facts.add(name + " comment " + quote(table.comment()));
        }
        if (!table.primaryKey().isEmpty()) {
            facts.add(name + " primary key " + list(table.primaryKey()));
        }
        String before = null;
        for (Column column : table.columns()) {
            facts.add(name + " column " + column(column, before));
            before = column.name();
        }
        for (Index index : table.indexes()) {
            facts.add(name + " index " + quote(index.name()) + (index.unique() ? " unique " : " ") + list(index.columns()));
        }
        for (ForeignKey key : table.foreignKeys()) {
            facts.add(name + " foreign key " + quote(key.name()) + " " + list(key.columns()) + " references "
                    + quote(key.referencedTable()) + " " + list(key.referencedColumns()) + " on delete "
                    + quote(key.onDelete()) + " on update " + quote(key.onUpdate()));
        }
        for (Check check : table.checks()) {
            facts.add(name + " check " + quote(check.name()) + " condition " + quote(check.condition()));
        }
    }

    private static String column(Column column, String before) {
        StringBuilder fact = new StringBuilder(quote(column.name())).append(" type ").append(quote(column.type()))
                .append(column.nullable() ? " null" : " not null");
        option(fact, "default", column.defaultValue());
        option(fact, "generated", column.generatedAs());
        if (column.identity()) {
            fact.append(" identity");
        }
        option(fact, "comment", column.comment().isEmpty() ? null : column.comment());
        option(fact, "collation", column.collation());
        option(fact, "after", before);
        return fact.toString();
    }

    private static void option(StringBuilder fact, String word, String value) {
        if (value != null) {
            fact.append(' ').append(word).append(' ').append(quote(value));
        }
    }

    private static String list(List<String> names) {
        return names.stream().map(SnapshotWriter::quote).collect(Collectors.joining(" ", "(", ")"));
    }

    /** Writes a text in quotes on one line; letters of all languages stay as they are. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isPlain(text, i)) {
                        quoted.append(c);
                    } else {
                        quoted.append("\\u").append(String.format("%04x", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether a character is shown as it is: no control character, no separator of lines, no half of a character. */
    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
    }
}
