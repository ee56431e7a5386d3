package io.quarkiverse.binds.test.entities.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity that names another bind than its package. */
@Entity
@Bind("users")
public class Visitor {
    @Id
    public Long id;
}
