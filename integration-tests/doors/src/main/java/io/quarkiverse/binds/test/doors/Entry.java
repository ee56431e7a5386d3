package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.Bind;

/** Row of the ledger. */
@Entity
@Bind("ledger")
public class Entry extends Row {

    @Transactional
    public static void persistTransactionally(String name) {
        Entry row = new Entry();
        row.name = name;
        row.persist();
    }
}
