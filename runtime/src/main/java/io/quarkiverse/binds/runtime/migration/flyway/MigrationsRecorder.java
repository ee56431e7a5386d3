package io.quarkiverse.binds.runtime.migration.flyway;

import java.util.List;
import java.util.Set;

import org.jboss.logging.Logger;

import io.quarkiverse.binds.runtime.config.BindNames;
import io.quarkiverse.binds.runtime.config.MigrationConfig;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.annotations.Recorder;

/** Applies scripts at the start of the application, before Hibernate ORM validates tables. */
@Recorder
public class MigrationsRecorder {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.binds.migrations");

    /**
     * Applies the scripts of each bind with the key {@code migrate-at-start}.
     *
     * @param binds those with a single database
     * @param withScripts those for which scripts were packaged
     */
    public void migrateAtStart(List<String> binds, Set<String> withScripts) {
        for (String bind : binds) {
            if (withScripts.contains(bind)) {
                MigrationConfig.changesOfTables(bind)
                        .ifPresent(key -> LOG.warnf("%s changes the tables of %s at the start, which"
                                + " has scripts of migrations as well: a script fails on what it finds changed already. Remove the key or"
                                + " the scripts", key, BindNames.display(bind)));
            }
            if (MigrationConfig.migratesAtStart(bind)) {
                List<String> applied = Arc.container().instance(ScriptRunner.class).get().upgrade(bind, "head");
                LOG.infof("%s: %s", BindNames.displayFirst(bind),
                        applied.isEmpty() ? "all scripts are applied" : "applied scripts " + String.join(", ", applied));
            }
        }
    }
}
