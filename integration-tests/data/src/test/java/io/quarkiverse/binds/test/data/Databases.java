package io.quarkiverse.binds.test.data;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkiverse.binds.test.databases.PostgreSql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Creates a database on each server for the time of a test run. */
public final class Databases implements QuarkusTestResourceLifecycleManager {

    static final String NAME = "data_" + Long.toString(ProcessHandle.current().pid(), 36);
    static final DatabaseServer MYSQL = MySql.shared();

    private static final Map<String, DatabaseServer> SERVERS = Map.of("mysql", MYSQL, "mariadb", MariaDb.shared(),
            "postgresql", PostgreSql.shared());

    private final String name;

    public Databases() {
        this("");
    }

    /** @param suffix of the name, for databases beside those of the test run */
    Databases(String suffix) {
        name = NAME + suffix;
    }

    String name() {
        return name;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new LinkedHashMap<>();
        SERVERS.forEach((bind, server) -> {
            server.dropDatabase(name);
            server.createDatabase(name);
            properties.put("quarkus.binds." + bind + ".url", server.url(name));
        });
        return properties;
    }

    @Override
    public void stop() {
        SERVERS.values().forEach(server -> server.dropDatabase(name));
    }
}
