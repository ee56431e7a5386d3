package io.quarkiverse.binds.test.databases;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Properties of the machine that the look-up reads; tests replace it. */
interface Environment {

    /** The real machine. */
    Environment HERE = new Environment() {
        @Override
        public String variable(String name) {
            return System.getenv(name);
        }

        @Override
        public String property(String name) {
            return System.getProperty(name);
        }
    };

    /** An environment variable, or null. */
    String variable(String name);

    /** A system property, or null. */
    String property(String name);

    /** Folders with servers besides the PATH, which for few users contains them. */
    default List<Path> systemFolders() {
        return Stream.concat(
                Stream.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"), Path.of("/usr/local/mysql/bin")),
                postgreSqlFolders()).toList();
    }

    /** Debian and Ubuntu keep the programs of each PostgreSQL release in a folder of its own; newest first. */
    private Stream<Path> postgreSqlFolders() {
        String[] releases = new File("/usr/lib/postgresql").list();
        return Stream.of(releases == null ? new String[0] : releases)
                .filter(release -> release.matches("\\d+"))
                .sorted(Comparator.comparing((String release) -> Integer.valueOf(release)).reversed())
                .map(release -> Path.of("/usr/lib/postgresql", release, "bin"));
    }

    /** Sockets of a Docker engine, if {@code DOCKER_HOST} is not set. */
    default List<Path> dockerSockets() {
        Stream<Path> ofUser = Stream.of(variable("XDG_RUNTIME_DIR"), home() + "/.docker/run", home() + "/.docker/desktop")
                .filter(folder -> folder != null)
                .map(folder -> Path.of(folder, "docker.sock"));
        return Stream.concat(Stream.of(Path.of("/var/run/docker.sock")), ofUser).toList();
    }

    /** Folder that keeps unpacked servers and templates for the next run. */
    default Path cache() {
        String cache = variable("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(home(), ".cache") : Path.of(cache);
        return base.resolve("quarkus-binds");
    }

    private String home() {
        String home = variable("HOME");
        return home == null || home.isBlank() ? String.valueOf(property("user.home")) : home;
    }

    /** Executable files of a name on the PATH, in its order. */
    default List<Path> programs(String name) {
        String path = variable("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** First executable file of a name on the PATH. */
    default Optional<Path> program(String name) {
        return programs(name).stream().findFirst();
    }
}
