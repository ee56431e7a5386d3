package io.quarkiverse.binds.test.doors;

import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;

import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;

/** Row of the default bind. */
@Entity
@FilterDef(name = "amounts", parameters = @ParamDef(name = "least", type = Integer.class))
@Filter(name = "amounts", condition = "amount >= :least")

public class Note extends Row {

    @Transactional
    public static void persistTransactionally(String name) {
        Note row = new Note();
        row.name = name;
        row.persist();
    }
}
