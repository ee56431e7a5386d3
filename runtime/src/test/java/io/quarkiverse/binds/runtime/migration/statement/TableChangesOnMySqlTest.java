package io.quarkiverse.binds.runtime.migration.statement;

import io.quarkiverse.binds.runtime.catalog.CatalogKind;

class TableChangesOnMySqlTest extends TableChanges {

    TableChangesOnMySqlTest() {
        super(CatalogKind.MYSQL);
    }
}
