package io.quarkiverse.binds.test.connections;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for MariaDB. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }
}
