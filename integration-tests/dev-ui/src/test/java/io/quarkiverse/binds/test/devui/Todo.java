package io.quarkiverse.binds.test.devui;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

/** A row of a tenant. */
@Entity
@Bind("tenants")
public class Todo extends PanacheEntity {

    public String title;
}
