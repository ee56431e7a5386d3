package io.quarkiverse.binds.test.entities.jar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Entity of another project, without a bind. */
@Entity
public class Country {
    @Id
    public String code;
}
