package io.quarkiverse.binds.runtime.migration.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.binds.DatabaseTable;
import io.quarkiverse.binds.DatabaseTable.Column;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.migration.file.SnapshotMerge.Preference;

/** Snapshots of two branches, merged by git itself. */
class SnapshotMergeTest {

    @TempDir
    Path directory;

    private static Column column(String name, String type) {
        return new Column(name, type, true, null, null, false, "", null);
    }

    private static DatabaseTable table(String name, Column... columns) {
        return new DatabaseTable(name, "", List.of(columns), List.of(), List.of(), List.of(), List.of());
    }

    private static String text(DatabaseTable... tables) {
        return SnapshotWriter.write(new Snapshot(CatalogKind.MYSQL, new SchemaState(Arrays.asList(tables), List.of())));
    }

    private static String merged(String text, Preference preference) {
        return SnapshotWriter.write(SnapshotMerge.merge(text, preference));
    }

    private static final Column ID = column("id", "bigint");
    private static final Column TITLE = column("title", "varchar(50)");
    private static final String BASE = text(table("author", ID), table("book", ID, TITLE));

    private record Merge(int conflicts, String text) {
    }

    private Merge git(String base, String ours, String theirs, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "merge-file", "-p"));
        command.addAll(Arrays.asList(options));
        for (String[] file : new String[][] { { "ours", ours }, { "base", base }, { "theirs", theirs } }) {
            command.add(Files.writeString(directory.resolve(file[0]), file[1]).toString());
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Merge(process.waitFor(), text);
    }

    @Test
    void gitMergesIndependentAdditions() throws Exception {
        Merge merge = git(BASE, text(table("author", ID), table("book", ID, TITLE), table("city", ID)),
                text(table("author", ID, column("name", "text")), table("book", ID, TITLE)));

        assertThat(merge.conflicts()).isZero();
        assertThat(merge.text()).isEqualTo(text(table("author", ID, column("name", "text")), table("book", ID, TITLE),
                table("city", ID)));
    }

    /** The lines of the two are apart since that of the title is between them; each tells that it comes after the title. */
    @Test
    void gitMergesTwoColumnsAddedToOneTable() throws Exception {
        Merge merge = git(BASE, text(table("author", ID), table("book", ID, TITLE, column("isbn", "char(13)"))),
                text(table("author", ID), table("book", ID, TITLE, column("year", "int"))));

        assertThat(merge.conflicts()).isZero();
        assertThat(SnapshotReader.read(merge.text()).schema().table("book").orElseThrow().columns()).extracting(Column::name)
                .containsExactly("id", "title", "isbn", "year");
    }

    @Test
    void sameColumnIsAConflictThatIsNotRead() throws Exception {
        Merge merge = git(BASE, text(table("author", ID), table("book", ID, column("title", "varchar(100)"))),
                text(table("author", ID), table("book", ID, column("title", "text"))));

        assertThat(merge.conflicts()).isOne();
        assertThat(SnapshotMerge.isNeeded(merge.text())).isTrue();
        assertThatThrownBy(() -> SnapshotReader.read(merge.text()))
                .hasMessageMatching("Line \\d+: a conflict of git: mend it by db merge, or resolve it by hand");
        assertThatThrownBy(() -> SnapshotMerge.merge(merge.text(), Preference.NONE)).hasMessage("""
                Both branches have changed:
                - column title of table book:
                  ours:   table "book" column "title" type "varchar(100)" null after "id"
                  theirs: table "book" column "title" type "text" null after "id"
                Keep one side by --ours or --theirs, that of the newer script, or edit the file""");
        assertThat(merged(merge.text(), Preference.OURS))
                .isEqualTo(text(table("author", ID), table("book", ID, column("title", "varchar(100)"))));
        assertThat(merged(merge.text(), Preference.THEIRS))
                .isEqualTo(text(table("author", ID), table("book", ID, column("title", "text"))));
    }

    @Test
    void additionsAtOnePlaceAreKeptBoth() throws Exception {
        Merge merge = git(BASE, text(table("author", ID), table("book", ID, TITLE), table("city", ID)),
                text(table("author", ID), table("book", ID, TITLE), table("country", ID)));

        assertThat(merge.conflicts()).isOne();
        assertThat(merged(merge.text(), Preference.NONE)).isEqualTo(
                text(table("author", ID), table("book", ID, TITLE), table("city", ID), table("country", ID)));
    }

    @Test
    void removalIsSeenIfTheAncestorIsShown() throws Exception {
        String withoutTitle = text(table("author", ID), table("book", ID));
        String withYear = text(table("author", ID), table("book", ID, TITLE), table("bookshop", ID));

        Merge plain = git(BASE, withoutTitle, withYear);
        Merge diff3 = git(BASE, withoutTitle, withYear, "--diff3");

        assertThat(List.of(plain.conflicts(), diff3.conflicts())).containsOnly(1);
        assertThat(merged(plain.text(), Preference.NONE)).isEqualTo(withYear);
        assertThat(merged(diff3.text(), Preference.NONE))
                .isEqualTo(text(table("author", ID), table("book", ID), table("bookshop", ID)));
    }

    @Test
    void brokenMarkersAreRefused() {
        assertThatThrownBy(() -> SnapshotMerge.merge(BASE + "=======\n", Preference.OURS))
                .hasMessage("Line 11: a conflict of git that has no beginning");
        assertThatThrownBy(() -> SnapshotMerge.merge(BASE + "<<<<<<< HEAD\n", Preference.OURS))
                .hasMessage("Line 11: a conflict of git that has no end");
    }
}
