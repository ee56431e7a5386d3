package io.quarkiverse.binds.test.session;

import java.util.List;
import java.util.Map;

import io.quarkiverse.binds.test.databases.PostgreSqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for PostgreSQL, on databases of that server. */
public class PostgreSqlProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "postgresql";
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgreSqlTestResource.class, Map.of("databases", "default:notes,ledger:ledger")));
    }
}
