package io.quarkiverse.binds.blog;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for MariaDB, on a real server. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MariaDbTestResource.class, Map.of("databases", "default:blog,users:users")),
                new TestResourceEntry(Utf8mb4.class));
    }

    /** B3: before 11.6 MariaDB creates databases in Latin-1, whatever the character set of the connection. */
    public static class Utf8mb4 implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            for (String bind : List.of("default", "users")) {
                MariaDb.shared().execute("ALTER DATABASE `" + MariaDbTestResource.database(bind) + "` CHARACTER SET utf8mb4");
            }
            return Map.of();
        }

        @Override
        public void stop() {
        }

        /** Runs after the databases were created. */
        @Override
        public int order() {
            return 1;
        }
    }
}
