package io.quarkiverse.binds.test.observability;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.DatabaseServer;
import io.quarkiverse.binds.test.databases.MySql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Creates the databases of the two binds for the time of a test run. */
public final class Databases implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "observability_" + Long.toString(ProcessHandle.current().pid(), 36);
    static final DatabaseServer MYSQL = MySql.shared();
    static final String DEFAULT = NAME;
    static final String STOCK = NAME + "_stock";

    @Override
    public Map<String, String> start() {
        for (String name : List.of(DEFAULT, STOCK)) {
            MYSQL.dropDatabase(name);
            MYSQL.createDatabase(name);
        }
        return Map.of("quarkus.binds.url", MYSQL.url(DEFAULT), "quarkus.binds.stock.url", MYSQL.url(STOCK));
    }

    @Override
    public void stop() {
        List.of(DEFAULT, STOCK).forEach(MYSQL::dropDatabase);
    }
}
