package io.quarkiverse.binds.test.clusters;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Row of a write in a table that refuses a second one: a write that is repeated although it took effect fails here. */
@Entity
public class UniqueWrite {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, unique = true, length = 60)
    public String name;

    public UniqueWrite() {
    }

    public UniqueWrite(String name) {
        this.name = name;
    }
}
