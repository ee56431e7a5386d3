package io.quarkiverse.binds.runtime.migration.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Files of a directory that are written all or none: each is written under another name, then all are renamed; if one cannot be
 * renamed, those before it are put back. Used by one thread.
 */
final class FileGroup implements AutoCloseable {

    private static final String NEW = ".new";
    private static final String OLD = ".old";

    private final Path directory;
    private final List<Path> targets = new ArrayList<>();
    private final List<Path> renamed = new ArrayList<>();

    FileGroup(Path directory) {
        this.directory = directory;
    }

    void add(String name, String text) {
        Path target = directory.resolve(name);
        try {
            Files.createDirectories(directory);
            targets.add(target);
            Files.writeString(with(target, NEW), text);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    void commit() {
        for (Path target : targets) {
            try {
                boolean exists = Files.isRegularFile(target);
                if (exists) {
                    Files.copy(target, with(target, OLD), StandardCopyOption.REPLACE_EXISTING);
                }
                // at no time is an existing file missing
                Files.move(with(target, NEW), target,
                        exists ? new CopyOption[] { StandardCopyOption.ATOMIC_MOVE } : new CopyOption[0]);
                renamed.add(target);
            } catch (IOException e) {
                UncheckedIOException failure = failed(target, e);
                putBack(failure);
                throw failure;
            }
        }
        renamed.clear();
    }

    private void putBack(UncheckedIOException failure) {
        Collections.reverse(renamed);
        for (Path target : renamed) {
            try {
                if (Files.exists(with(target, OLD))) {
                    Files.move(with(target, OLD), target, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    Files.delete(target);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        renamed.clear();
    }

    /** Removes what is left of the files under other names. */
    @Override
    public void close() {
        for (Path target : targets) {
            try {
                Files.deleteIfExists(with(target, NEW));
                Files.deleteIfExists(with(target, OLD));
            } catch (IOException e) {
                throw failed(target, e);
            }
        }
    }

    private static Path with(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + suffix);
    }

    private static UncheckedIOException failed(Path target, IOException e) {
        return new UncheckedIOException(target + " cannot be written, so nothing was: " + e, e);
    }
}
