package io.quarkiverse.binds.runtime.migration.statement;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class RandomMigrationsOnMySqlTest extends RandomMigrations {

    RandomMigrationsOnMySqlTest() {
        super(CatalogKind.MYSQL, 20);
    }
}
