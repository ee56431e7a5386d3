package org.acme.migrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkiverse.binds.MigrationFilter;
import io.quarkiverse.binds.Migrations;

@ApplicationScoped
public class TableMigrations {

    @Inject
    Migrations migrations;

    // tag::check[]
    public void requireScriptsForAllChanges() {
        migrations.checkOffline("users").requireClean();
    }
    // end::check[]

    // tag::filter[]
    @ApplicationScoped
    public static class OwnTables implements MigrationFilter {

        @Override
        public boolean includes(String bind, String table) {
            return !table.startsWith("legacy_");
        }
    }
    // end::filter[]
}
