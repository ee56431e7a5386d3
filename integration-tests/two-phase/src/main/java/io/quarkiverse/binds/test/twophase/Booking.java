package io.quarkiverse.binds.test.twophase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Booking for a payment, in another database. */
@Entity
@Bind("ledger")
public class Booking {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(unique = true, nullable = false)
    public String name;

    public Booking() {
    }

    public Booking(String name) {
        this.name = name;
    }
}
