package io.quarkiverse.binds.test.clusters;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Application built for MariaDB. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }
}
