package io.quarkiverse.binds.test.connections;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

import io.quarkiverse.binds.Bind;

/** Row of the ledger, which is another database. */
@Entity
@Bind("ledger")
@Table(indexes = @Index(name = "entry_name", columnList = "name"))
public class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false)
    public String name;

    public Entry() {
    }

    public Entry(String name) {
        this.name = name;
    }
}
