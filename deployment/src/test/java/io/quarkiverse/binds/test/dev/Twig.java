package io.quarkiverse.binds.test.dev;

import jakarta.persistence.Entity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
public class Twig extends PanacheEntity {
    public String name;
}
