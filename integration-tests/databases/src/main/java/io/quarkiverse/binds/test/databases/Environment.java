package io.quarkiverse.binds.test.databases;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the look-up asks the machine; a test of the order gives another one. */
interface Environment {

    /** The machine as it is. */
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

    /** Where servers are looked for beside the PATH: few users have these folders on it. */
    default List<Path> systemFolders() {
        return List.of(Path.of("/usr/sbin"), Path.of("/usr/local/sbin"), Path.of("/usr/local/mysql/bin"));
    }

    /** Sockets of a Docker engine, where {@code DOCKER_HOST} is not set. */
    default List<Path> dockerSockets() {
        Stream<Path> ofUser = Stream.of(variable("XDG_RUNTIME_DIR"), home() + "/.docker/run", home() + "/.docker/desktop")
                .filter(folder -> folder != null)
                .map(folder -> Path.of(folder, "docker.sock"));
        return Stream.concat(Stream.of(Path.of("/var/run/docker.sock")), ofUser).toList();
    }

    /** Where unpacked servers and templates are kept for the next run. */
    default Path cache() {
        String cache = variable("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(home(), ".cache") : Path.of(cache);
        return base.resolve("quarkus-binds");
    }

    private String home() {
        String home = variable("HOME");
        return home == null || home.isBlank() ? String.valueOf(property("user.home")) : home;
    }

    /** The executable files of that name on the PATH, in its order. */
    default List<Path> programs(String name) {
        String path = variable("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The first executable file of that name on the PATH. */
    default Optional<Path> program(String name) {
        return programs(name).stream().findFirst();
    }
}
