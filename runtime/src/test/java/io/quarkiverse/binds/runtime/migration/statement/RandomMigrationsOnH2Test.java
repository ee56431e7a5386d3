package io.quarkiverse.binds.runtime.migration.statement;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class RandomMigrationsOnH2Test extends RandomMigrations {

    RandomMigrationsOnH2Test() {
        super(CatalogKind.H2, 200);
    }
}
