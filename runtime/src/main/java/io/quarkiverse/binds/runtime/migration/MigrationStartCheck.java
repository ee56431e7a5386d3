package io.quarkiverse.binds.runtime.migration;

import java.util.Locale;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.BindInfo;
import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.runtime.config.MigrationsRuntimeConfig;
import io.quarkiverse.binds.runtime.config.MigrationsRuntimeConfig.StartCheck;
import io.quarkus.runtime.StartupEvent;

/** Compares the entities of all binds with their snapshots when the application starts, if the configuration asks for it. */
@Singleton
class MigrationStartCheck {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    private final MigrationsRuntimeConfig config;
    private final Binds binds;
    private final BindMigrations migrations;

    MigrationStartCheck(MigrationsRuntimeConfig config, Binds binds, BindMigrations migrations) {
        this.config = config;
        this.binds = binds;
        this.migrations = migrations;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.check() == StartCheck.OFF) {
            return;
        }
        for (BindInfo bind : binds.list()) {
            MigrationCheck check = migrations.checkOffline(bind.name());
            if (!check.isClean()) {
                String text = check.describe() + "\nWrite a script with db migrate (quarkus.binds.migrations.check="
                        + config.check().name().toLowerCase(Locale.ROOT) + ")";
                if (config.check() == StartCheck.FAIL) {
                    throw new IllegalStateException(text);
                }
                LOG.warn(text);
            }
        }
    }
}
