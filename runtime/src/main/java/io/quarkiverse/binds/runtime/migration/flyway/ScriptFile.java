package io.quarkiverse.binds.runtime.migration.flyway;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.flywaydb.core.api.resource.LoadableResource;

/**
 * A script in a directory. Flyway's own class would write the path on this machine into the history. Immutable.
 */
final class ScriptFile extends LoadableResource {

    private final String location;
    private final Path file;

    /** @param location path of the directory in the class path, where the script will be once it is packaged */
    ScriptFile(String location, Path file) {
        this.location = location;
        this.file = file;
    }

    @Override
    public Reader read() {
        try {
            return Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The script " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return file.toAbsolutePath().toString();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return file.getFileName().toString();
    }

    @Override
    public String getRelativePath() {
        return location + "/" + getFilename();
    }
}
