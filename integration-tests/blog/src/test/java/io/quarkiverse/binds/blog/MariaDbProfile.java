package io.quarkiverse.binds.blog;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The application as it is built for MariaDB, on a real server. */
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

    /** B3: before 11.6 a database of MariaDB is made for Latin-1, whatever the connection speaks. */
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

        /** After the databases were made. */
        @Override
        public int order() {
            return 1;
        }
    }
}
