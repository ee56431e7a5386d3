package io.quarkiverse.binds.test.entities.jar.deep;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** In a package that has a longer name in the configuration than its parent. */
@Entity
public class City {
    @Id
    public Long id;
}
