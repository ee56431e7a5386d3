package io.quarkiverse.binds.test.entities.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Leaves the bind of its package for the default bind. */
@Entity
@Bind(Bind.DEFAULT)
public class Setting {
    @Id
    public Long id;
}
