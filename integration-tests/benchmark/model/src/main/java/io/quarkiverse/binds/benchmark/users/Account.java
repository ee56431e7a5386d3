package io.quarkiverse.binds.benchmark.users;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Account extends PanacheEntity {

    public String name;
}
