package io.quarkiverse.binds.test.devui;

import jakarta.persistence.Entity;

import io.quarkiverse.binds.Bind;
import io.quarkus.hibernate.orm.panache.PanacheEntity;

@Entity
@Bind("stock")
public class Item extends PanacheEntity {

    public String name;
    public int amount;
}
