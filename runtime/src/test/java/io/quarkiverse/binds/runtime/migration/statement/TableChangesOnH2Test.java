package io.quarkiverse.binds.runtime.migration.statement;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class TableChangesOnH2Test extends TableChanges {

    TableChangesOnH2Test() {
        super(CatalogKind.H2);
    }
}
