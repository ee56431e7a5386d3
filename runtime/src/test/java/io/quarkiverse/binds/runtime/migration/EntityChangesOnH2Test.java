package io.quarkiverse.binds.runtime.migration;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class EntityChangesOnH2Test extends EntityChanges {

    EntityChangesOnH2Test() {
        super(CatalogKind.H2);
    }
}
