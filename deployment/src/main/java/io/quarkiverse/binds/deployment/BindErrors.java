package io.quarkiverse.binds.deployment;

import io.quarkiverse.binds.runtime.config.BindKey;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** Refuses an application that configures no database at all. */
final class BindErrors {

    private BindErrors() {
    }

    /** Accepts an application that configures its datasources by Quarkus's own keys. */
    static void requireSomeDatabase(SmallRyeConfig config) {
        for (String name : config.getPropertyNames()) {
            if (name.startsWith("quarkus.datasource.") && config.getConfigValue(name).getValue() != null
                    && config.getConfigValue(name).getConfigSourceOrdinal() > 0) {
                return;
            }
        }
        throw new ConfigurationException("No bind is configured: set " + BindKey.PREFIX + "url for the default bind, or "
                + BindKey.PREFIX + "<name>.url for a named one, for example " + BindKey.PREFIX
                + "url=mysql://user:password@host/database. If the URL is known only at the start, set " + BindKey.PREFIX
                + "db-kind or " + BindKey.PREFIX + "<name>.db-kind for the build.");
    }
}
