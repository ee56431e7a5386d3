package io.quarkiverse.binds.runtime.migration.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Check;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.DatabaseTable.ForeignKey;
import io.quarkiverse.binds.DatabaseTable.Index;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

class SnapshotTest {

    private static final int STATES = 500;

    private static final String BOOK = """
            # Schema after the newest script in this directory, written by db migrate. Commit it. Conflicts of git: db merge.
            format 1
            kind mysql
            sequence "book_seq" start 1 increment 50

            table "book"
            table "book" check "" condition "`price` > 0"
            table "book" column "author_id" type "bigint" null after "title"
            table "book" column "id" type "bigint" not null identity
            table "book" column "title" type "varchar(50)" not null default "'x'" comment "of the \\"book\\"" after "id"
            table "book" comment "Books\\nand more"
            table "book" foreign key "fk_author" ("author_id") references "author" ("id") on delete "CASCADE" on update "NO ACTION"
            table "book" index "uq_title" unique ("title" "author_id desc")
            table "book" primary key ("id")
            """;

    private static SchemaState book() {
        return new SchemaState(List.of(new DatabaseTable("book", "Books\nand more",
                List.of(new Column("id", "bigint", false, null, null, true, "", null),
                        new Column("title", "varchar(50)", false, "'x'", null, false, "of the \"book\"", null),
                        new Column("author_id", "bigint", true, null, null, false, "", null)),
                List.of("id"), List.of(new Index("uq_title", true, List.of("title", "author_id desc"))),
                List.of(new ForeignKey("fk_author", List.of("author_id"), "author", List.of("id"), "CASCADE", "NO ACTION")),
                List.of(new Check("", "`price` > 0")))), List.of(new Sequence("book_seq", 1, 50)));
    }

    @Test
    void textHasOneFactPerLine() {
        assertThat(SnapshotWriter.write(new Snapshot(CatalogKind.MYSQL, book()))).isEqualTo(BOOK);
        assertThat(SnapshotReader.read(BOOK)).isEqualTo(new Snapshot(CatalogKind.MYSQL, book()));
    }

    @Test
    void randomSchemasAreReadAsTheyWereWritten() {
        RandomSchemas schemas = new RandomSchemas(20261130);
        for (int i = 0; i < STATES; i++) {
            Snapshot written = new Snapshot(CatalogKind.values()[i % CatalogKind.values().length], schemas.next());

            String text = SnapshotWriter.write(written);

            // as a file has it
            String file = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(SnapshotReader.read(file)).as("schema %s:\n%s", i, text).isEqualTo(written);
            assertThat(SnapshotWriter.write(SnapshotReader.read(file))).isEqualTo(text);
            assertThat(text.lines().filter(line -> line.startsWith("table ") || line.startsWith("sequence "))).isSorted();
            assertThat(SnapshotMerge.isNeeded(text)).isFalse();
        }
    }

    @Test
    void lineEndsOfWindowsAreRead() {
        assertThat(SnapshotReader.read(BOOK.replace("\n", "\r\n"))).isEqualTo(new Snapshot(CatalogKind.MYSQL, book()));
    }

    /** A line more for a column in the middle, and another one for its successor, which is all that git has to merge. */
    @Test
    void droppedColumnChangesTheLineOfItsSuccessorOnly() {
        SchemaState before = book();
        DatabaseTable book = before.tables().get(0);
        DatabaseTable without = new DatabaseTable(book.name(), book.comment(),
                List.of(book.columns().get(0), book.columns().get(2)), book.primaryKey(), book.indexes(), book.foreignKeys(),
                book.checks());

        List<String> left = SnapshotWriter.write(
                new Snapshot(CatalogKind.MYSQL, new SchemaState(List.of(without), before.sequences()))).lines().toList();

        assertThat(left).containsAll(BOOK.lines().filter(line -> !line.contains("column \"title\"")
                && !line.contains("column \"author_id\"")).toList()).hasSize((int) BOOK.lines().count() - 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            table "book" primary key ("id") | table "book" primary key "id" | Line 14: expected a list in parentheses at column 26
            start 1 | start one | Line 4: expected a number at column 27: sequence "book_seq" start one
            "bigint" null | "bigint" nullable | Line 8: expected 'not null' at column 47
            format 1 | format 2 | Line 2: format 2 is unknown, this version of Quarkus Binds reads format 1
            kind mysql | kind oracle | Line 3: kind oracle is none of mysql, mariadb, postgresql and h2
            kind mysql | # | There is no line for the kind of database, such as 'kind mysql'
            format 1 | # | There is no line 'format 1': this is no snapshot
            kind mysql | nonsense | Line 3: expected 'table' at column 1: nonsense
            identity | identity more | Line 9: expected the end of the line at column 58
            ("id") on | ("id" on | Line 12: expected a text in quotes
            "Books | "Books\\x | Line 11: expected one of \\n \\r \\t \\" \\\\ \\u0000 and not \\x
            and more" | and more | Line 11: expected a closing quote
            "author_id" type | "title" type | Line 10: column title of table book is in line 8 too: keep one of them
            kind mysql | <<<<<<< HEAD | Line 3: a conflict of git: mend it by db merge, or resolve it by hand
            """)
    void errorNamesLineAndCause(String text, String wrong, String message) {
        assertThat(BOOK).contains(text);

        assertThatThrownBy(() -> SnapshotReader.read(BOOK.replace(text, wrong))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void lineOfTableIsNeeded() {
        assertThatThrownBy(() -> SnapshotReader.read(BOOK.replace("table \"book\"\n", ""))).hasMessage(
                "Line 6: unnamed check `price` > 0 of table book, but there is no line for the table before it: add the line table"
                        + " \"book\", or remove this one");
    }
}
