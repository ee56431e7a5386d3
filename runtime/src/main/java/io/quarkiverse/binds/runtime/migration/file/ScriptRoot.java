package io.quarkiverse.binds.runtime.migration.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkiverse.binds.runtime.config.MigrationLocation;

/** The directory in the file system with a directory of scripts for each bind, in which new scripts are written. */
public final class ScriptRoot {

    /** The key of the directory, which a command sets as a system property if it has the option. */
    public static final String KEY = "quarkus.binds.migrations.directory";

    /** A text: as a path, it would keep the working directory of the build of a native executable. */
    private static final String SOURCES = "src/main/resources";

    private ScriptRoot() {
    }

    /**
     * Finds the directory: that of the key, which is read at each call, else the one in the sources of a project if the process
     * was started in its directory.
     *
     * @return empty if there is none
     */
    public static Optional<Path> find() {
        return ConfigProvider.getConfig().getOptionalValue(KEY, String.class).map(Path::of)
                .or(() -> Optional.of(Path.of(SOURCES)).filter(Files::isDirectory)
                        .map(sources -> sources.resolve(MigrationLocation.ROOT)));
    }

    /**
     * Finds the directory.
     *
     * @throws IllegalStateException if there is none
     */
    public static Path get() {
        return find().orElseThrow(() -> new IllegalStateException("There is no directory for scripts: " + SOURCES
                + " is not in the working directory " + Path.of("").toAbsolutePath()
                + ". Start in the directory of the project, name one by --directory, or set " + KEY));
    }
}
