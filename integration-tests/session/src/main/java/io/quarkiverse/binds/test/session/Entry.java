package io.quarkiverse.binds.test.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Row of the ledger, which is another database. */
@Entity
@Bind("ledger")
public class Entry extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(unique = true, nullable = false)
    public String text;

    public Entry() {
    }

    public Entry(String text) {
        this.text = text;
    }
}
