package io.quarkiverse.binds.test.entities.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Entity without a bind of its own, so its package decides; another entity of this name and table is in another bind. */
@Entity
@Table(name = "app_order")
public class Order {
    @Id
    public Long id;
}
