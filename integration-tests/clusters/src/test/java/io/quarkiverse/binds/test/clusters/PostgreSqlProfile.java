package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for PostgreSQL. */
public class PostgreSqlProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "postgresql";
    }
}
