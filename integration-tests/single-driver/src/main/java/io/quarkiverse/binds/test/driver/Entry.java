package io.quarkiverse.binds.test.driver;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** An entry of the ledger, in a bind of its own. */
@Entity
@Bind("ledger")
public class Entry extends PanacheEntity {

    public String text;

    /** For Hibernate. */
    public Entry() {
    }

    Entry(String text) {
        this.text = text;
    }
}
