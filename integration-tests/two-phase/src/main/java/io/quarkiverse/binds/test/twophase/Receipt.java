package io.quarkiverse.binds.test.twophase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity of a bind that takes no part in two-phase commit. */
@Entity
@Bind("plain")
public class Receipt {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(unique = true, nullable = false)
    public String name;

    public Receipt() {
    }

    public Receipt(String name) {
        this.name = name;
    }
}
