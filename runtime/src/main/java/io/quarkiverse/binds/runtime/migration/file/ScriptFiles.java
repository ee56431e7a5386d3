package io.quarkiverse.binds.runtime.migration.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.quarkiverse.binds.runtime.config.MigrationLocation;

/** The scripts and the snapshot of a bind in a directory of the file system. Immutable; the files are read at each call. */
public final class ScriptFiles {

    private static final int MAX_MESSAGE_LENGTH = 80;

    private final Path directory;
    private final Clock clock;

    private ScriptFiles(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The files of a bind.
     *
     * @param root the directory of all binds, such as {@code src/main/resources/db/migration}
     * @param clock tells the versions of new scripts
     */
    public static ScriptFiles of(Path root, String bind, Clock clock) {
        return new ScriptFiles(root.resolve(MigrationLocation.directory(bind)), clock);
    }

    /** The directory of the bind, whether it exists or not. */
    public Path directory() {
        return directory;
    }

    /** The file of the snapshot, whether it exists or not. */
    public Path snapshotFile() {
        return directory.resolve(Snapshot.FILE);
    }

    /** The scripts, the oldest first; none if the directory does not exist. */
    public List<ScriptFile> scripts() {
        List<ScriptFile> scripts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "V*.sql")) {
            for (Path file : files) {
                ScriptFile.of(file).map(ScriptFiles::withUndo).ifPresent(scripts::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Scripts in " + directory + " cannot be read: " + e.getMessage(), e);
        }
        scripts.sort(Comparator.comparing(ScriptFile::version, ScriptVersion.ORDER));
        return scripts;
    }

    private static ScriptFile withUndo(ScriptFile script) {
        Path undo = script.file().resolveSibling("U" + script.file().getFileName().toString().substring(1));
        return Files.exists(undo) ? script.withUndo(undo) : script;
    }

    /**
     * Reads the snapshot.
     *
     * @return empty if there is no file
     * @throws IllegalStateException if the file is no snapshot, or has a conflict of git; the message names the file, the line
     *         and the cause
     */
    public Optional<Snapshot> snapshot() {
        return snapshotText().map(text -> {
            try {
                return SnapshotReader.read(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(snapshotFile() + " cannot be used. " + e.getMessage(), e);
            }
        });
    }

    /** Reads the file of the snapshot as it is; empty if there is none. */
    public Optional<String> snapshotText() {
        try {
            return Optional.of(Files.readString(snapshotFile()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(snapshotFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes the snapshot alone, and makes the directory if it is missing. */
    public void writeSnapshot(Snapshot snapshot) {
        try (FileGroup group = new FileGroup(directory)) {
            group.add(Snapshot.FILE, SnapshotWriter.write(snapshot));
            group.commit();
        }
    }

    /**
     * Writes a script, the one that reverts it, and the snapshot: all three, or none if one cannot be written.
     *
     * @param message becomes a part of the name
     * @return the script, whose version is greater than that of every other
     */
    public ScriptFile write(String message, String sql, String undoSql, Snapshot snapshot) {
        String version = ScriptVersion.next(clock.instant(), scripts().stream().map(ScriptFile::version).toList());
        String name = version + "__" + inName(message) + ".sql";
        try (FileGroup group = new FileGroup(directory)) {
            group.add("V" + name, sql);
            group.add("U" + name, undoSql);
            // the last one: if the process is killed in between, a script too many is noticed, a missing one is not
            group.add(Snapshot.FILE, SnapshotWriter.write(snapshot));
            group.commit();
        }
        Path file = directory.resolve("V" + name);
        return new ScriptFile(version, inName(message).replace('_', ' '), file, Optional.of(directory.resolve("U" + name)));
    }

    /** Makes the part of a name: lower case, letters and digits of ASCII, {@code _} between words. */
    static String inName(String message) {
        String ascii = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String name = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        if (name.isEmpty()) {
            return "migration";
        }
        return name.length() <= MAX_MESSAGE_LENGTH ? name : name.substring(0, MAX_MESSAGE_LENGTH).replaceAll("_$", "");
    }
}
