package io.quarkiverse.binds.test.databases;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Machine with only those programs and variables that a test adds. */
final class FakeEnvironment implements Environment {

    final Map<String, String> variables = new HashMap<>();
    final Map<String, String> properties = new HashMap<>();
    List<Path> dockerSockets = List.of();
    private final Path cache;

    FakeEnvironment(Path cache) {
        this.cache = cache;
    }

    @Override
    public String variable(String name) {
        return variables.get(name);
    }

    @Override
    public String property(String name) {
        return properties.get(name);
    }

    @Override
    public List<Path> systemFolders() {
        return List.of();
    }

    @Override
    public List<Path> dockerSockets() {
        return dockerSockets;
    }

    @Override
    public Path cache() {
        return cache;
    }
}
