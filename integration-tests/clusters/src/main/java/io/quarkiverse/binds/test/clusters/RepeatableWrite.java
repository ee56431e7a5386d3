package io.quarkiverse.binds.test.clusters;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Row of a write in a table whose names are not unique, so that a double write shows. */
@Entity
public class RepeatableWrite {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = 60)
    public String name;

    public int amount;

    public RepeatableWrite() {
    }

    public RepeatableWrite(String name) {
        this.name = name;
    }
}
