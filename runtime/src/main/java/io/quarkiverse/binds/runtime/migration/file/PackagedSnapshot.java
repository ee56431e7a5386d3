package io.quarkiverse.binds.runtime.migration.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.quarkiverse.binds.runtime.config.MigrationLocation;

/** The snapshot of a bind in the packaged application. */
public final class PackagedSnapshot {

    private PackagedSnapshot() {
    }

    /**
     * Reads the snapshot.
     *
     * @return empty if the application has none
     * @throws IllegalStateException if it is no snapshot, or has a conflict of git
     */
    public static Optional<Snapshot> find(String bind) {
        String name = MigrationLocation.of(bind) + "/" + Snapshot.FILE;
        try (InputStream text = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return text == null ? Optional.empty()
                    : Optional.of(SnapshotReader.read(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged " + name + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The packaged " + name + " cannot be used. " + e.getMessage(), e);
        }
    }
}
