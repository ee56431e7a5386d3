package io.quarkiverse.binds.test.entities.jar.deep;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity of a subpackage, which the configuration names besides its parent. */
@Entity
public class City {
    @Id
    public Long id;
}
