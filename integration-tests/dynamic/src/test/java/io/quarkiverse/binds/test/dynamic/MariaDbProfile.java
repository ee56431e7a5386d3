package io.quarkiverse.binds.test.dynamic;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.test.databases.MariaDb;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The application as it is built for MariaDB. */
public class MariaDbProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "mariadb";
    }

    static boolean thereIsAMariaDb() {
        MariaDb.Found found = MariaDb.find();
        Logger.getLogger(MariaDbProfile.class).infof("MariaDB: %s", found.reason());
        return found.server().isPresent();
    }
}
