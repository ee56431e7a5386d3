package io.quarkiverse.binds.runtime.migration;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.Binds;
import io.quarkiverse.binds.MigrationCheck;
import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkiverse.binds.runtime.config.MigrationsRuntimeConfig;
import io.quarkiverse.binds.runtime.config.MigrationsRuntimeConfig.StartCheck;
import io.quarkus.runtime.StartupEvent;

/** Compares the entities of all binds with their snapshots when the application starts, if the configuration asks for it. */
@Singleton
class MigrationStartCheck {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    private final MigrationsRuntimeConfig config;
    private final Binds binds;
    private final Instance<BindMigrations> migrations;

    /** @param migrations made only if the start checks them */
    MigrationStartCheck(MigrationsRuntimeConfig config, Binds binds, Instance<BindMigrations> migrations) {
        this.config = config;
        this.binds = binds;
        this.migrations = migrations;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.check() == StartCheck.OFF) {
            return;
        }
        List<String> problems = new ArrayList<>();
        // the entities of an inactive bind are not known
        binds.list().stream().filter(bind -> MigrationConfig.isInUse(bind.name())).forEach(bind -> {
            if (migrations.get().isComparable(bind)) {
                problem(bind.name()).ifPresent(problems::add);
            } else if (!bind.entities().isEmpty()) {
                // no script can be written for it, so this is never the reason to end the start
                LOG.warnf("The start does not check the migrations of %s: tables of db-kind %s cannot be compared, only those"
                        + " of mysql, mariadb, postgresql and h2 (quarkus.binds.migrations.check)",
                        BindNames.display(bind.name()), bind.kind());
            }
        });
        String key = "\nWrite a script with db migrate (quarkus.binds.migrations.check="
                + config.check().name().toLowerCase(Locale.ROOT) + ")";
        if (config.check() == StartCheck.FAIL && !problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems) + key);
        }
        problems.forEach(problem -> LOG.warn(problem + key));
    }

    private Optional<String> problem(String bind) {
        try {
            MigrationCheck check = migrations.get().checkOffline(bind);
            return check.isClean() ? Optional.empty() : Optional.of(check.describe());
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.of("The migrations of " + BindNames.display(bind) + " cannot be checked: " + e.getMessage());
        }
    }
}
