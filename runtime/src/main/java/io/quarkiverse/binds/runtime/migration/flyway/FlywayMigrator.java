package io.quarkiverse.binds.runtime.migration.flyway;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.dynamic.DatabaseMigrator;

/** Applies scripts to databases that are being opened. */
@Singleton
public class FlywayMigrator implements DatabaseMigrator {

    private final Binds binds;

    FlywayMigrator(Binds binds) {
        this.binds = binds;
    }

    @Override
    public void migrate(String bind, DataSource database) {
        new ScriptUpgrade(FlywayDatabase.of(bind, binds.get(bind).kind(), database,
                MigrationConfig.directory().orElse(null))).to(Versions.HEAD);
    }
}
