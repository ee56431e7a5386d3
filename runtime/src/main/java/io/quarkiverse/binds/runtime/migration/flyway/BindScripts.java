package io.quarkiverse.binds.runtime.migration.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;

import io.quarkiverse.binds.runtime.config.MigrationLocation;

/**
 * The scripts of a bind: those in its directory, and the packaged ones of other names, which Quarkus has found at the build.
 * Thread-safe.
 */
final class BindScripts implements ResourceProvider {

    private static final String UNDO = "U";

    private final String location;
    private final ResourceProvider packaged;
    private final Path directory;

    /** @param root contains the directory of the bind; null for packaged scripts only */
    BindScripts(String bind, ResourceProvider packaged, Path root) {
        this.location = MigrationLocation.of(bind);
        this.packaged = packaged;
        this.directory = root == null ? null : root.resolve(MigrationLocation.directory(bind));
    }

    @Override
    public LoadableResource getResource(String name) {
        return files().stream().filter(file -> file.getRelativePath().equals(name)).findFirst()
                .orElseGet(() -> packaged.getResource(name));
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String... suffixes) {
        List<LoadableResource> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (LoadableResource file : files()) {
            String name = file.getFilename();
            if (name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith) && names.add(name)) {
                found.add(file);
            }
        }
        packaged.getResources(prefix, suffixes).stream().filter(resource -> names.add(resource.getFilename()))
                .forEach(found::add);
        return found;
    }

    private List<LoadableResource> files() {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted()
                    .<LoadableResource> map(file -> new ScriptFile(location, file)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts in " + directory + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** The script that reverts a version. */
    Optional<LoadableResource> undo(MigrationVersion version, Configuration configuration) {
        return getResources(UNDO, configuration.getSqlMigrationSuffixes()).stream().filter(resource -> {
            String name = resource.getFilename();
            int end = name.indexOf(configuration.getSqlMigrationSeparator());
            String text = end < 0 ? "" : name.substring(UNDO.length(), end);
            return text.matches("[0-9]+([._][0-9]+)*") && MigrationVersion.fromVersion(text).equals(version);
        }).findFirst();
    }

    /** Where scripts are expected. */
    String places() {
        return location + (directory == null ? "" : " and " + directory);
    }
}
