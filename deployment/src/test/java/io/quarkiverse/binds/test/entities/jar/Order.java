package io.quarkiverse.binds.test.entities.jar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Entity of another jar, with the simple name and the table of another entity. */
@Entity
@Table(name = "app_order")
public class Order {
    @Id
    public Long id;
}
