package io.quarkiverse.binds.runtime.migration;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

@EnabledIf("io.quarkiverse.binds.test.databases.PostgreSql#isThere")
class EntityChangesOnPostgreSqlTest extends EntityChanges {

    EntityChangesOnPostgreSqlTest() {
        super(CatalogKind.POSTGRESQL);
    }
}
