package io.quarkiverse.binds.runtime.migration;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class EntityChangesOnMySqlTest extends EntityChanges {

    EntityChangesOnMySqlTest() {
        super(CatalogKind.MYSQL);
    }
}
