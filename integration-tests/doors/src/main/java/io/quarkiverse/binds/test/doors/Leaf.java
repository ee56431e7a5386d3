package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;

import io.quarkiverse.binds.Bind;

/** Row of the tenant. */
@Entity
@Bind("tenants")
public class Leaf extends Row {

    @Transactional
    public static void persistTransactionally(String name) {
        Leaf row = new Leaf();
        row.name = name;
        row.persist();
    }
}
