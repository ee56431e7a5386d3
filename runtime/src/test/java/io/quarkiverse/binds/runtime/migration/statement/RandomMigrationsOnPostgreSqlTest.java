package io.quarkiverse.binds.runtime.migration.statement;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class RandomMigrationsOnPostgreSqlTest extends RandomMigrations {

    RandomMigrationsOnPostgreSqlTest() {
        super(CatalogKind.POSTGRESQL, 20);
    }
}
