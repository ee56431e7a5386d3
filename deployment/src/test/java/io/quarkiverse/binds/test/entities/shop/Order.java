package io.quarkiverse.binds.test.entities.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Says nothing, so it follows its package; another entity of this name and table is in another bind. */
@Entity
@Table(name = "app_order")
public class Order {
    @Id
    public Long id;
}
