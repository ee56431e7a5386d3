package io.quarkiverse.binds.test.dev;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
@Bind("trees")
public class Seed extends PanacheEntity {
}
