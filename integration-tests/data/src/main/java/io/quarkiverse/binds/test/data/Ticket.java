package io.quarkiverse.binds.test.data;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** A row of the database of a tenant. */
@Entity
@Bind("tenants")
public class Ticket {

    @Id
    @GeneratedValue
    public Long id;

    public boolean seen;
}
