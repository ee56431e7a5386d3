package io.quarkiverse.binds.test.entities.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkiverse.binds.Bind;

/** Entity of the default bind in a package of another bind. */
@Entity
@Bind(Bind.DEFAULT)
public class Setting {
    @Id
    public Long id;
}
