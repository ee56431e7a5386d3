package io.quarkiverse.binds.blog;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The application as it is built for MariaDB, on a real server. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MariaDbTestResource.class, Map.of("databases", "default:blog,users:users")));
    }
}
