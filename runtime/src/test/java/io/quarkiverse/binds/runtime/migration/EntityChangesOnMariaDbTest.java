package io.quarkiverse.binds.runtime.migration;

import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

@EnabledIf("io.quarkiverse.binds.test.databases.MariaDb#isThere")
class EntityChangesOnMariaDbTest extends EntityChanges {

    EntityChangesOnMariaDbTest() {
        super(CatalogKind.MARIADB);
    }
}
