package io.quarkiverse.binds.runtime.migration.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState.EnumType;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

/**
 * A line of a snapshot.
 *
 * @param key what the line is about, such as {@code table "book" column "title"}: a snapshot has one line of a key
 * @param display the same in words of a message
 * @param text the whole line
 */
record SnapshotLine(String key, String display, String text, Fact fact) {

    static final int FORMAT = 1;

    /** What a line says. */
    sealed interface Fact {
    }

    record Format() implements Fact {
    }

    record Kind(CatalogKind kind) implements Fact {
    }

    record Table(String table) implements Fact {
    }

    record TableComment(String table, String comment) implements Fact {
    }

    record PrimaryKey(String table, List<String> columns) implements Fact {
    }

    /** @param before name of the column before; null for the first */
    record TableColumn(String table, Column column, String before) implements Fact {
    }

    record TableIndex(String table, Index index) implements Fact {
    }

    record TableForeignKey(String table, ForeignKey foreignKey) implements Fact {
    }

    record TableCheck(String table, Check check) implements Fact {
    }

    record SequenceFact(Sequence sequence) implements Fact {
    }

    record TypeFact(EnumType type) implements Fact {
    }

    /**
     * Reads a line.
     *
     * @return empty for a comment and a line without text
     * @throws IllegalArgumentException if it is neither
     */
    static Optional<SnapshotLine> parse(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        Tokens tokens = new Tokens(text);
        SnapshotLine line = of(text, tokens);
        tokens.end();
        return Optional.of(line);
    }

    private static SnapshotLine of(String text, Tokens tokens) {
        if (tokens.skip("format")) {
            long format = tokens.number();
            if (format != FORMAT) {
                throw new IllegalArgumentException(
                        "format " + format + " is unknown, this version of Quarkus Binds reads format "
                                + FORMAT + ": use the version that wrote the file, or a newer one");
            }
            return new SnapshotLine("format", "the format", text, new Format());
        }
        if (tokens.skip("kind")) {
            return new SnapshotLine("kind", "the kind of database", text, new Kind(kind(tokens)));
        }
        if (tokens.skip("sequence")) {
            String name = tokens.text();
            tokens.expect("start");
            long start = tokens.number();
            tokens.expect("increment");
            return new SnapshotLine("sequence " + SnapshotWriter.quote(name), "sequence " + name, text,
                    new SequenceFact(new Sequence(name, start, tokens.number())));
        }
        if (tokens.skip("type")) {
            String name = tokens.text();
            tokens.expect("values");
            return new SnapshotLine("type " + SnapshotWriter.quote(name), "type " + name, text,
                    new TypeFact(new EnumType(name, tokens.list())));
        }
        tokens.expect("table");
        String table = tokens.text();
        return ofTable(table, text, tokens);
    }

    private static CatalogKind kind(Tokens tokens) {
        String name = tokens.rest();
        try {
            return CatalogKind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kind " + name + " is none of mysql, mariadb, postgresql and h2", e);
        }
    }

    private static SnapshotLine ofTable(String table, String text, Tokens tokens) {
        if (tokens.skip("comment")) {
            return line(table, "comment", null, text, new TableComment(table, tokens.text()));
        }
        if (tokens.skip("primary key")) {
            return line(table, "primary key", null, text, new PrimaryKey(table, tokens.list()));
        }
        if (tokens.skip("column")) {
            TableColumn column = column(table, tokens);
            return line(table, "column", column.column().name(), text, column);
        }
        if (tokens.skip("index")) {
            String name = tokens.text();
            boolean unique = tokens.skip("unique");
            return line(table, "index", name, text, new TableIndex(table, new Index(name, unique, tokens.list())));
        }
        if (tokens.skip("foreign key")) {
            String name = tokens.text();
            return line(table, "foreign key", name, text, new TableForeignKey(table, foreignKey(name, tokens)));
        }
        if (tokens.skip("check")) {
            String name = tokens.text();
            tokens.expect("condition");
            String condition = tokens.text();
            // without a name, the condition tells one check from another
            TableCheck check = new TableCheck(table, new Check(name, condition));
            return name.isEmpty() ? line(table, "unnamed check", condition, text, check)
                    : line(table, "check", name, text, check);
        }
        String key = "table " + SnapshotWriter.quote(table);
        return new SnapshotLine(key, "table " + table, text, new Table(table));
    }

    /** @param name null for what a table has once */
    private static SnapshotLine line(String table, String what, String name, String text, Fact fact) {
        String key = "table " + SnapshotWriter.quote(table) + " " + what;
        return name == null ? new SnapshotLine(key, what + " of table " + table, text, fact)
                : new SnapshotLine(key + " " + SnapshotWriter.quote(name), what + " " + name + " of table " + table, text,
                        fact);
    }

    private static TableColumn column(String table, Tokens tokens) {
        String name = tokens.text();
        tokens.expect("type");
        String type = tokens.text();
        boolean nullable = tokens.skip("null");
        if (!nullable) {
            tokens.expect("not null");
        }
        String defaultValue = option("default", tokens);
        String generatedAs = option("generated", tokens);
        boolean identity = tokens.skip("identity");
        String comment = option("comment", tokens);
        String collation = option("collation", tokens);
        String before = option("after", tokens);
        return new TableColumn(table, new Column(name, type, nullable, defaultValue, generatedAs, identity,
                comment == null ? "" : comment, collation), before);
    }

    private static String option(String word, Tokens tokens) {
        return tokens.skip(word) ? tokens.text() : null;
    }

    private static ForeignKey foreignKey(String name, Tokens tokens) {
        List<String> columns = tokens.list();
        tokens.expect("references");
        String referenced = tokens.text();
        List<String> referencedColumns = tokens.list();
        tokens.expect("on delete");
        String onDelete = tokens.text();
        tokens.expect("on update");
        return new ForeignKey(name, columns, referenced, referencedColumns, onDelete, tokens.text());
    }
}
