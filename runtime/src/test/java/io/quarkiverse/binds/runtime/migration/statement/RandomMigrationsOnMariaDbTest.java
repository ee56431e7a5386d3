package io.quarkiverse.binds.runtime.migration.statement;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class RandomMigrationsOnMariaDbTest extends RandomMigrations {

    RandomMigrationsOnMariaDbTest() {
        super(CatalogKind.MARIADB, 20);
    }
}
