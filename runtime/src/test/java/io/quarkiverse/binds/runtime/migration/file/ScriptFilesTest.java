package io.quarkiverse.binds.runtime.migration.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkiverse.binds.Bind;
import io.quarkiverse.binds.runtime.catalog.CatalogKind;
import io.quarkiverse.binds.runtime.catalog.SchemaState;
import io.quarkiverse.binds.runtime.catalog.SchemaState.Sequence;

class ScriptFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T23:59:59Z"), ZoneId.of("Asia/Tokyo"));
    private static final Snapshot EMPTY = new Snapshot(CatalogKind.MYSQL, new SchemaState(List.of(), List.of()));
    private static final Snapshot OTHER = new Snapshot(CatalogKind.MYSQL,
            new SchemaState(List.of(), List.of(new Sequence("s", 1, 1))));

    @TempDir
    Path root;

    private ScriptFiles files() {
        return ScriptFiles.of(root, "users", CLOCK);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("users"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void scriptUndoAndSnapshotAreWritten() throws Exception {
        ScriptFile script = files().write("Add Größe & «price»\n", "up;", "down;", EMPTY);

        assertThat(names()).containsExactly("U20261130235959__add_gro_e_price.sql", "V20261130235959__add_gro_e_price.sql",
                "schema.snapshot");
        assertThat(script.version()).isEqualTo("20261130235959");
        assertThat(script.message()).isEqualTo("add gro e price");
        assertThat(script.file()).hasContent("up;");
        assertThat(script.undoFile().orElseThrow()).hasContent("down;");
        assertThat(files().scripts()).containsExactly(script);
        assertThat(files().snapshot()).contains(EMPTY);
    }

    @Test
    void defaultBindHasTheDirectoryDefault() {
        assertThat(ScriptFiles.of(root, Bind.DEFAULT, CLOCK).directory()).isEqualTo(root.resolve("default"));
    }

    @ParameterizedTest
    @CsvSource({ "1,20261130235959", "20261130235959,20261201000000", "20261130235959.1,20261130235960",
            "20271231235959,20280101000000",
            "99999999999999,100000000000000", "0020261130235959,20261130235960" })
    void versionIsGreaterThanAllOthers(String existing, String expected) throws Exception {
        Files.createDirectories(root.resolve("users"));
        Files.createFile(root.resolve("users/V" + existing + "__x.sql"));

        ScriptFile script = files().write("y", "", "", EMPTY);

        assertThat(script.version()).isEqualTo(expected);
        assertThat(files().scripts()).extracting(ScriptFile::version).containsExactly(existing, expected);
    }

    @Test
    void scriptsAreInTheOrderOfTheirVersions() throws Exception {
        Files.createDirectories(root.resolve("users"));
        for (String name : List.of("V10__c.sql", "V2__b.sql", "V1_5__a.sql", "U2__b.sql", "R__r.sql", "V3__x.txt",
                "Vx__y.sql")) {
            Files.createFile(root.resolve("users").resolve(name));
        }

        assertThat(files().scripts()).extracting(ScriptFile::version).containsExactly("1_5", "2", "10");
        assertThat(files().scripts()).extracting(script -> script.undoFile().isPresent()).containsExactly(false, true, false);
    }

    @Test
    void withoutDirectoryThereIsNothing() {
        assertThat(files().scripts()).isEmpty();
        assertThat(files().snapshot()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "'',migration", "???,migration", "Add column,add_column", "../../etc,etc", "É,e" })
    void messageBecomesAPartOfAName(String message, String name) {
        assertThat(ScriptFiles.inName(message)).isEqualTo(name);
    }

    @Test
    void longMessageIsCut() {
        assertThat(ScriptFiles.inName("word ".repeat(50))).hasSize(79).endsWith("word");
    }

    /** A directory in the place of the snapshot, which comes last, is why the snapshot cannot be written. */
    @Test
    void nothingIsLeftIfOneFileCannotBeWritten() throws Exception {
        Files.createDirectories(root.resolve("users/schema.snapshot/full"));

        assertThatThrownBy(() -> files().write("x", "up;", "down;", EMPTY)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("schema.snapshot cannot be written, so nothing was");

        assertThat(names()).containsExactly("schema.snapshot");
    }

    @Test
    void existingFileIsPutBackIfALaterOneCannotBeWritten() throws Exception {
        Path directory = root.resolve("users");
        Files.createDirectories(directory.resolve("b/full"));
        Files.writeString(directory.resolve("a"), "old");

        try (FileGroup group = new FileGroup(directory)) {
            group.add("a", "new");
            group.add("b", "new");
            assertThatThrownBy(group::commit).isInstanceOf(UncheckedIOException.class);
        }

        assertThat(directory.resolve("a")).hasContent("old");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void snapshotIsReplaced() {
        files().writeSnapshot(EMPTY);
        files().writeSnapshot(OTHER);

        assertThat(files().snapshot()).contains(OTHER);
    }

    @Test
    void errorInSnapshotNamesTheFile() throws Exception {
        files().writeSnapshot(EMPTY);
        Files.writeString(files().snapshotFile(), "format 1\n<<<<<<< HEAD\n");

        assertThatThrownBy(() -> files().snapshot()).isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        files().snapshotFile() + " cannot be used. Line 2: a conflict of git: mend it by db merge, or resolve"
                                + " it by hand");
    }
}
