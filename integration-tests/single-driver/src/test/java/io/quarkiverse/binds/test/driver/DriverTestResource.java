package io.quarkiverse.binds.test.driver;

import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkiverse.binds.test.databases.MySqlTestResource;
import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Databases for the driver with which this module is built. */
public final class DriverTestResource implements QuarkusTestResourceLifecycleManager {

    private QuarkusTestResourceLifecycleManager databases;

    @Override
    public Map<String, String> start() {
        String driver = System.getProperty("jdbc.driver", "h2");
        databases = switch (driver) {
            case "mysql" -> new MySqlTestResource();
            case "mariadb" -> new MariaDbTestResource();
            case "postgresql" -> new PostgreSqlTestResource();
            case "h2" -> null;
            default -> throw new IllegalArgumentException("jdbc.driver=" + driver + " is not mysql, mariadb, postgresql or h2");
        };
        if (databases == null) {
            return Map.of("quarkus.binds.url", "h2:mem:notes;DB_CLOSE_DELAY=-1", "quarkus.binds.ledger.url",
                    "h2:mem:ledger;DB_CLOSE_DELAY=-1");
        }
        databases.init(Map.of("databases", "default:notes,ledger"));
        return databases.start();
    }

    @Override
    public void stop() {
        if (databases != null) {
            databases.stop();
        }
    }
}
