package io.quarkiverse.binds.test.observability;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A row with a secret. */
@Entity
public class Account extends PanacheEntity {

    public String name;
    public String passwordHash;
}
