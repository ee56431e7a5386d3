package io.quarkiverse.binds.test.entities.jar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that does not know of binds, as one from another project. */
@Entity
public class Country {
    @Id
    public String code;
}
