package io.quarkiverse.binds.test.databases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Databases on the shared server for the binds of one Quarkus test application. */
abstract class DatabaseTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASES = "databases";
    private static final String DEFAULT = "default";

    private final Kind kind;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final List<String> created = new ArrayList<>();
    private DatabaseServer server;

    DatabaseTestResource(Kind kind) {
        this.kind = kind;
    }

    abstract DatabaseServer server();

    @Override
    public void init(Map<String, String> arguments) {
        for (String argument : arguments.keySet()) {
            if (!argument.equals(DATABASES)) {
                throw new IllegalArgumentException("Unknown argument " + argument + "; there is only " + DATABASES);
            }
        }
        for (String entry : arguments.getOrDefault(DATABASES, DEFAULT).split(",")) {
            String[] parts = entry.strip().split(":", 2);
            String bind = parts[0].strip();
            if (bind.isEmpty() || prefixes.put(bind, parts.length > 1 ? parts[1].strip() : bind) != null) {
                throw new IllegalArgumentException("Not a list of bind:database, each bind once: " + arguments.get(DATABASES));
            }
        }
    }

    @Override
    public Map<String, String> start() {
        server = server();
        Map<String, String> configuration = new LinkedHashMap<>();
        prefixes.forEach((bind, prefix) -> {
            String database = server.uniqueDatabase(prefix);
            created.add(database);
            System.setProperty(property(kind, bind), database);
            configuration.put(key(bind), server.url(database));
        });
        return configuration;
    }

    private static String key(String bind) {
        if (bind.equals(DEFAULT)) {
            return "quarkus.binds.url";
        }
        return "quarkus.binds." + (bind.matches("[A-Za-z0-9_-]+") ? bind : '"' + bind + '"') + ".url";
    }

    @Override
    public void stop() {
        created.forEach(server::dropDatabase);
        created.clear();
        prefixes.keySet().forEach(bind -> System.clearProperty(property(kind, bind)));
    }

    static String database(Kind kind, String bind) {
        String database = System.getProperty(property(kind, bind));
        if (database == null) {
            throw new IllegalStateException("No " + kind.label + " test resource has made a database for the bind " + bind);
        }
        return database;
    }

    /** Static instead of a field: resource and test may have different class loaders. */
    private static String property(Kind kind, String bind) {
        return "io.quarkiverse.binds.test.databases." + kind.id() + ".database." + bind;
    }
}
