package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.MariaDbTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for MariaDB, on databases of that server. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MariaDbTestResource.class, Map.of("databases", "default:notes,ledger:ledger")));
    }
}
