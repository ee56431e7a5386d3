package io.quarkiverse.binds.runtime.migration.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script in a directory.
 *
 * @param message with blanks, as Flyway shows it
 * @param undoFile the script that reverts it, which may be missing
 */
public record ScriptFile(String version, String message, Path file, Optional<Path> undoFile) {

    /** Names of scripts, with version and message; others in the directory are not looked at. */
    static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__(.*)\\.sql");

    /** @return empty if it is no script */
    static Optional<ScriptFile> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new ScriptFile(name.group(1), name.group(2).replace('_', ' '), file, Optional.empty()))
                : Optional.empty();
    }

    ScriptFile withUndo(Path undo) {
        return new ScriptFile(version, message, file, Optional.of(undo));
    }
}
